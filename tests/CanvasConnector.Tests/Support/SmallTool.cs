using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;

namespace CanvasConnector.Tests.Support;

/// <summary>An LTI tool and the browser that carries its messages, by hand.</summary>
internal sealed partial class SmallTool(Campus campus) : IDisposable
{
    public const string Home = "https://bot.campus.example.edu/lti/launch";

    private readonly RSA key = RSA.Create(2048);

    public string ClientId { get; private set; } = "";

    public string DeploymentId { get; private set; } = "";

    public async Task InstallAsync(CancellationToken ct, params (string Name, string Value)[] more)
    {
        var parameters = key.ExportParameters(includePrivateParameters: false);
        var (n, e) = (WebEncoders.Base64UrlEncode(parameters.Modulus!), WebEncoders.Base64UrlEncode(parameters.Exponent!));
        (string, string)[] fields =
        [
            ("oidc_initiation_url", "https://bot.campus.example.edu/lti/login"),
            ("target_link_uri", Home),
            ("public_jwk", $$"""{"kty":"RSA","n":"{{n}}","e":"{{e}}"}"""),
            .. more,
        ];
        var made = await campus.JsonAsync("POST /sandbox/lti-tools", ct, token: null, fields);
        ClientId = $"{made.GetProperty("client_id").GetInt64()}";
        DeploymentId = made.GetProperty("deployment_id").GetString()!;
    }

    /// <summary>What Canvas sends to the tool's login when a person opens it.</summary>
    public async Task<Dictionary<string, string>> OpenAsync(long user, string placement, CancellationToken ct)
    {
        using var page = await campus.SendAsync(
            $"GET /sandbox/lti/launch?client_id={ClientId}&course_id=101&user_id={user}&placement={placement}",
            ct,
            token: null
        );
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        return FieldsOf(await page.Content.ReadAsStringAsync(ct));
    }

    /// <summary>The tool's answer to that by way of the browser, some of it changed; and what comes back to the tool.</summary>
    public async Task<(HttpStatusCode Status, Dictionary<string, string> Fields)> AuthorizeAsync(
        Dictionary<string, string> login,
        CancellationToken ct,
        params (string Name, string Value)[] changes
    )
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["scope"] = "openid",
            ["response_type"] = "id_token",
            ["response_mode"] = "form_post",
            ["prompt"] = "none",
            ["client_id"] = ClientId,
            ["redirect_uri"] = Home,
            ["login_hint"] = login["login_hint"],
            ["lti_message_hint"] = login["lti_message_hint"],
            ["state"] = "a \"state\"",
            ["nonce"] = "once",
        };
        foreach (var (name, value) in changes)
            fields[name] = value;
        using var page = await campus.SendAsync(
            "GET " + QueryHelpers.AddQueryString("/api/lti/authorize_redirect", fields!),
            ct,
            token: null
        );
        return (page.StatusCode, FieldsOf(await page.Content.ReadAsStringAsync(ct)));
    }

    /// <summary>The claims of a message, once its signature has proved good by Canvas's key set.</summary>
    public async Task<JsonElement> ReadAsync(string token, CancellationToken ct)
    {
        var parts = token.Split('.');
        var header = Decode(parts[0]);
        var keys = (await campus.JsonAsync("GET /api/lti/security/jwks", ct, token: null)).GetProperty("keys").EnumerateArray();
        var jwk = keys.Single(jwk => jwk.GetProperty("kid").GetString() == header.GetProperty("kid").GetString());
        using var theirs = RSA.Create(
            new RSAParameters
            {
                Modulus = WebEncoders.Base64UrlDecode(jwk.GetProperty("n").GetString()!),
                Exponent = WebEncoders.Base64UrlDecode(jwk.GetProperty("e").GetString()!),
            }
        );
        var signed = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
        var signature = WebEncoders.Base64UrlDecode(parts[2]);
        Assert.Equal("RS256", header.GetProperty("alg").GetString());
        Assert.True(theirs.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        return Decode(parts[1]);
    }

    /// <summary>Signs claims as the tool does.</summary>
    public string Sign(object claims)
    {
        var text = $"{Encode(new { alg = "RS256", typ = "JWT" })}.{Encode(claims)}";
        var signature = key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{text}.{WebEncoders.Base64UrlEncode(signature)}";
    }

    public void Dispose() => key.Dispose();

    private static string Encode(object part) => WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(part));

    private static JsonElement Decode(string part) => JsonElement.Parse(Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(part)));

    private static Dictionary<string, string> FieldsOf(string page) =>
        Input()
            .Matches(page)
            .ToDictionary(m => m.Groups["name"].Value, m => WebUtility.HtmlDecode(m.Groups["value"].Value), StringComparer.Ordinal);

    [GeneratedRegex("name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Input();
}
