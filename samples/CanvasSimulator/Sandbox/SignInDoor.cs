using System.Text.Json.Nodes;
using CanvasSimulator.Http;
using CanvasSimulator.World;

namespace CanvasSimulator.Sandbox;

/// <summary>Makes developer keys and tokens, which people make on pages of a real Canvas.</summary>
internal static class SignInDoor
{
    // A key's id is of all Canvases, and so larger than a course's.
    private const long FirstKey = 170_000_000_000_000;

    public static void Map(Routes routes)
    {
        routes.Open("POST", "/sandbox/developer-keys", MakeKey, changes: true);
        routes.Open("POST", "/sandbox/tokens", MakeToken, changes: true);
    }

    private static Answer MakeKey(Call call)
    {
        var fields = call.Fields;
        var key = new DeveloperKey
        {
            Id = FirstKey + call.Truth.NextId(),
            Secret = Secrets.New(),
            RedirectUri = fields.Need("redirect_uri"),
            RequiresScopes = fields.Flag("require_scopes") == true,
            AllowsIncludes = fields.Flag("allow_includes") == true,
            Scopes = [.. fields.All("scopes")],
        };
        call.Truth.Keys.Add(key);
        return Answer.Ok(new JsonObject { ["client_id"] = key.Id, ["client_secret"] = key.Secret });
    }

    private static Answer MakeToken(Call call)
    {
        var token = new Token
        {
            Value = Secrets.New(),
            UserId = call.UserById(call.Fields.Need("user_id")).Id,
            ExpiresAt = call.Fields.Number("expires_in") is { } seconds ? call.Now.AddSeconds(seconds) : null,
        };
        call.Truth.Tokens.Add(token);
        return Answer.Ok(new JsonObject { ["token"] = token.Value, ["expires_at"] = token.ExpiresAt.Iso() });
    }
}
