using CanvasSimulator.Http;
using CanvasSimulator.World;

namespace CanvasSimulator.SignIn;

/// <summary>Where a program sends a person to ask for consent. Nobody is asked here: a setting says who consents, or that nobody does.</summary>
internal static class AuthorizeDoor
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public static void Map(Routes routes) => routes.Open("GET", "/login/oauth2/auth", Authorize, changes: true, TokenNeed.None);

    private static Answer Authorize(Call call)
    {
        var fields = call.Fields;
        var key = KeyOf(call) ?? throw new RefusalException(OAuth.Error(401, "invalid_client", "unknown client"));
        // Until it is known where the person may be sent back to, the answer stays here.
        if (fields.Text("redirect_uri") != key.RedirectUri)
            throw new RefusalException(OAuth.Error(400, "invalid_request", "redirect_uri does not match client settings"));
        if (fields.Text("response_type") != "code")
            return Back(key, fields, ("error", "unsupported_response_type"));
        var scopes = (fields.Text("scope") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!AreKnown(call.World, key, scopes))
            return Back(key, fields, ("error", "invalid_scope"));
        if (call.Truth.Users.Find(user => user.Id == call.World.Habits.ConsentUserId) is not { } user)
            return Back(key, fields, ("error", "access_denied"));
        var code = new AuthorizationCode
        {
            Value = Secrets.New(),
            KeyId = key.Id,
            UserId = user.Id,
            Scopes = [.. scopes],
            ExpiresAt = call.Now + Lifetime,
        };
        call.Truth.Codes.Add(code);
        return Back(key, fields, ("code", code.Value));
    }

    public static DeveloperKey? KeyOf(Call call)
    {
        var id = Ids.Parse(call.Fields.Text("client_id"));
        return call.Truth.Keys.Find(key => key.Id == id);
    }

    private static bool AreKnown(CanvasWorld world, DeveloperKey key, string[] scopes)
    {
        if (!key.RequiresScopes)
            return true;
        var allowed = key.Scopes.Count == 0 ? world.Scopes : key.Scopes.Select(Scope.Parse).ToHashSet();
        return scopes.Length > 0 && scopes.All(scope => allowed.Contains(Scope.Parse(scope)));
    }

    private static Answer Back(DeveloperKey key, Fields fields, (string Name, string Value) said)
    {
        var query = $"{said.Name}={said.Value}";
        if (fields.Text("state") is { } state)
            query += "&state=" + Uri.EscapeDataString(state);
        var answer = new Answer(302);
        answer.Headers["Location"] = key.RedirectUri + (key.RedirectUri.Contains('?', StringComparison.Ordinal) ? "&" : "?") + query;
        return answer;
    }
}
