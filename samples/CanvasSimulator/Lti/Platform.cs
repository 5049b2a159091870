using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CanvasSimulator.World;
using Microsoft.AspNetCore.WebUtilities;

namespace CanvasSimulator.Lti;

/// <summary>This Canvas as an LTI platform: its name, its key, and the launches under way. Each start has a new key.</summary>
internal sealed class Platform : IDisposable
{
    /// <summary>Hosted Canvases all give this one name, whoever's they are.</summary>
    public const string Issuer = "https://canvas.instructure.com";

    private readonly string keyId = Secrets.New();
    private readonly Lazy<RSA> key = new(() => RSA.Create(2048));
    private readonly ConcurrentDictionary<string, Launch> launches = new(StringComparer.Ordinal);

    public Launch Begin(long clientId, long courseId, long userId, string placement, DateTimeOffset now)
    {
        var launch = new Launch(Secrets.New(), clientId, courseId, userId, placement, now);
        launches[launch.Hint] = launch;
        return launch;
    }

    public Launch? Find(string? hint) => hint is not null && launches.TryGetValue(hint, out var launch) ? launch : null;

    public string Sign(JsonObject claims) => Jwt.Write(claims, key.Value, keyId);

    public JsonObject KeySet()
    {
        var parameters = key.Value.ExportParameters(includePrivateParameters: false);
        var jwk = new JsonObject
        {
            ["kty"] = "RSA",
            ["alg"] = "RS256",
            ["use"] = "sig",
            ["kid"] = keyId,
            ["n"] = WebEncoders.Base64UrlEncode(parameters.Modulus!),
            ["e"] = WebEncoders.Base64UrlEncode(parameters.Exponent!),
        };
        return new JsonObject { ["keys"] = new JsonArray(jwk) };
    }

    public void Dispose()
    {
        if (key.IsValueCreated)
            key.Value.Dispose();
    }
}
