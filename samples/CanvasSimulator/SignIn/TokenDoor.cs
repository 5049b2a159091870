using System.Text.Json.Nodes;
using CanvasSimulator.Http;
using CanvasSimulator.World;

namespace CanvasSimulator.SignIn;

/// <summary>Gives tokens for codes and refresh tokens, and takes them back (facts: Canvas 1).</summary>
internal static class TokenDoor
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public static void Map(Routes routes)
    {
        routes.Open("POST", "/login/oauth2/token", Give, changes: true, TokenNeed.None);
        routes.Open("DELETE", "/login/oauth2/token", Revoke, changes: true, TokenNeed.Required);
    }

    private static Answer Give(Call call)
    {
        var key = AuthorizeDoor.KeyOf(call) ?? throw new RefusalException(OAuth.Error(401, "invalid_client", "unknown client"));
        if (call.Fields.Text("client_secret") != key.Secret)
            return OAuth.Error(401, "invalid_client", "invalid client");
        return call.Fields.Text("grant_type") switch
        {
            "authorization_code" => ForCode(call, key),
            "refresh_token" => ForRefreshToken(call, key),
            _ => OAuth.Error(400, "unsupported_grant_type", "The grant_type you requested is not currently supported"),
        };
    }

    private static Answer ForCode(Call call, DeveloperKey key)
    {
        var value = call.Fields.Text("code");
        var code = call.Truth.Codes.Find(known => known.Value == value && known.KeyId == key.Id && known.ExpiresAt > call.Now);
        if (code is null)
            return OAuth.Error(400, "invalid_grant", "authorization_code not found");
        call.Truth.Codes.Remove(code);
        var token = new Token
        {
            UserId = code.UserId,
            KeyId = key.Id,
            Scopes = code.Scopes,
            RefreshToken = NewValue(key),
        };
        call.Truth.Tokens.Add(token);
        var json = Renew(call, key, token);
        json["refresh_token"] = token.RefreshToken;
        return Answer.Ok(json);
    }

    // The refresh token stays as it is, and isn't told again; the token that was in use until now is no more.
    private static Answer ForRefreshToken(Call call, DeveloperKey key)
    {
        var value = call.Fields.Text("refresh_token");
        var token = call.Truth.Tokens.Find(known => value is not null && known.RefreshToken == value && !known.Revoked);
        if (token is null)
            return OAuth.Error(400, "invalid_request", "refresh_token not found");
        return token.KeyId == key.Id ? Answer.Ok(Renew(call, key, token)) : OAuth.Error(400, "invalid_grant", "incorrect client");
    }

    private static JsonObject Renew(Call call, DeveloperKey key, Token token)
    {
        (token.Value, token.ExpiresAt) = (NewValue(key), call.Now + Lifetime);
        var user = call.Truth.Users.First(user => user.Id == token.UserId);
        return new JsonObject
        {
            ["access_token"] = token.Value,
            ["token_type"] = "Bearer",
            ["user"] = new JsonObject { ["id"] = user.Id, ["name"] = user.Name },
            ["expires_in"] = (int)Lifetime.TotalSeconds,
        };
    }

    private static Answer Revoke(Call call)
    {
        call.Truth.Tokens.First(token => token.Value == Bearer.ValueOf(call)).Revoked = true;
        return Answer.Ok(new JsonObject());
    }

    private static string NewValue(DeveloperKey key) => $"{key.Id}~{Secrets.New()}";
}
