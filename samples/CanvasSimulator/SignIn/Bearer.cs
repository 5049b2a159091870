using System.Text.Json.Nodes;
using CanvasSimulator.Http;
using CanvasSimulator.World;
using Microsoft.AspNetCore.Http;

namespace CanvasSimulator.SignIn;

/// <summary>Who a token makes its bearer, and Canvas's answers where it makes them nobody (facts: Canvas 1).</summary>
internal static class Bearer
{
    private const string Scheme = "Bearer ";

    /// <summary>The token as it was sent in the header or the address; null for none.</summary>
    public static string? Of(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return header[Scheme.Length..].Trim();
        return request.Query["access_token"].ToString() is { Length: > 0 } token ? token : null;
    }

    /// <summary>The token of a call, wherever it was put.</summary>
    public static string? ValueOf(Call call) => Of(call.Http.Request) ?? call.Fields.Text("access_token");

    /// <summary>The caller, and the call's fields as far as the token's key lets them through.</summary>
    /// <exception cref="RefusalException">The token is missing where one is needed, or isn't good enough.</exception>
    public static (User? Caller, Fields Fields) Check(HttpContext http, Fields fields, CanvasWorld world, Truth truth, Door door)
    {
        var value = Of(http.Request) ?? fields.Text("access_token");
        if (door.Need == TokenNeed.None)
            return (null, fields);
        if (value is null)
            return door.Need == TokenNeed.Optional ? (null, fields) : throw new RefusalException(Unauthenticated());
        var token = truth.Tokens.Find(token => token.Value == value) ?? throw new RefusalException(Refusal("Invalid access token."));
        CheckLife(token, world.Now);
        // Replaced by the true figures where the throttle is on.
        http.Response.Headers["X-Request-Cost"] = "0.1";
        http.Response.Headers["X-Rate-Limit-Remaining"] = "699.9";
        var caller = truth.Users.Find(user => user.Id == token.UserId);
        if (truth.Keys.Find(key => key.Id == token.KeyId) is not { RequiresScopes: true } key)
            return (caller, fields);
        if (door.Scope is { } scope && !token.Scopes.Select(Scope.Parse).Contains(scope))
            throw new RefusalException(Answer.Errors(401, "Insufficient scopes on access token."));
        return (caller, key.AllowsIncludes ? fields : fields.Without("include"));
    }

    /// <summary>The answer to a token that is no good, which the header tells from other refusals.</summary>
    public static Answer Refusal(string message)
    {
        var answer = Answer.Errors(401, message);
        answer.Headers["WWW-Authenticate"] = "Bearer realm=\"canvas-lms\"";
        return answer;
    }

    private static void CheckLife(Token token, DateTimeOffset now)
    {
        if (token.Revoked)
            throw new RefusalException(Refusal("Revoked access token."));
        if (!(token.ExpiresAt <= now))
            return;
        var answer = Refusal("Expired access token.");
        answer.Body!["errors"]![0]!["expired_at"] = token.ExpiresAt.Iso();
        throw new RefusalException(answer);
    }

    private static Answer Unauthenticated()
    {
        var answer = Refusal("user authorization required");
        ((JsonObject)answer.Body!)["status"] = "unauthenticated";
        return answer;
    }
}
