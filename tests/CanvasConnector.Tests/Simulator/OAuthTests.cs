using System.Collections.Specialized;
using System.Net;
using System.Text.Json;
using System.Web;
using CanvasConnector.Tests.Support;

namespace CanvasConnector.Tests.Simulator;

/// <summary>Sign-in to Campus's Canvas by a developer key, and every 401 that it knows (facts: Canvas 1).</summary>
public sealed class OAuthTests
{
    private const string Home = "https://bot.campus.example.edu/signed-in";
    private const string ReadCourse = "url:GET|/api/v1/courses/:id";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Code_IsWorthATokenForAnHourOnce()
    {
        await using var campus = await Campus.StartAsync(Ct);
        var key = await KeyAsync(campus);
        var back = await ConsentAsync(campus, key);

        var given = await ExchangeAsync(campus, key, back["code"]!);
        var token = given.GetProperty("access_token").GetString();
        var self = await campus.JsonAsync("GET /api/v1/users/self", Ct, token);
        using var again = await TokenAsync(campus, key, ("grant_type", "authorization_code"), ("code", back["code"]!));
        campus.Clock.Now += TimeSpan.FromHours(1);
        using var late = await campus.SendAsync("GET /api/v1/users/self", Ct, token);
        var words = JsonElement.Parse(await late.Content.ReadAsStringAsync(Ct)).GetProperty("errors")[0];

        Assert.Equal(("a state & more", 3600), (back["state"], given.GetProperty("expires_in").GetInt32()));
        Assert.Equal("Bearer", given.GetProperty("token_type").GetString());
        Assert.Equal(self.GetProperty("id").GetInt64(), given.GetProperty("user").GetProperty("id").GetInt64());
        await AssertErrorAsync(again, HttpStatusCode.BadRequest, "invalid_grant");
        Assert.Equal("Expired access token.", words.GetProperty("message").GetString());
        Assert.Equal(campus.Clock.Now, words.GetProperty("expired_at").GetDateTimeOffset());
        Assert.Single(late.Headers.WwwAuthenticate);
    }

    [Fact]
    public async Task Code_LeftTooLong_IsWorthNothing()
    {
        await using var campus = await Campus.StartAsync(Ct);
        var key = await KeyAsync(campus);
        var back = await ConsentAsync(campus, key);
        campus.Clock.Now += TimeSpan.FromMinutes(10);

        using var answer = await TokenAsync(campus, key, ("grant_type", "authorization_code"), ("code", back["code"]!));

        await AssertErrorAsync(answer, HttpStatusCode.BadRequest, "invalid_grant");
    }

    [Fact]
    public async Task Refresh_GivesANewTokenForTheOldOne_AndNoNewRefreshToken()
    {
        await using var campus = await Campus.StartAsync(Ct);
        var key = await KeyAsync(campus);
        var first = await ExchangeAsync(campus, key, (await ConsentAsync(campus, key))["code"]!);
        (string, string)[] refresh = [("grant_type", "refresh_token"), ("refresh_token", first.GetProperty("refresh_token").GetString()!)];

        using var answer = await TokenAsync(campus, key, refresh);
        var second = JsonElement.Parse(await answer.Content.ReadAsStringAsync(Ct));
        using var old = await campus.SendAsync("GET /api/v1/users/self", Ct, first.GetProperty("access_token").GetString());
        using var repeated = await TokenAsync(campus, key, refresh);

        Assert.False(second.TryGetProperty("refresh_token", out _));
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (old.StatusCode, repeated.StatusCode));
        Assert.NotEqual(first.GetProperty("access_token").GetString(), second.GetProperty("access_token").GetString());
    }

    [Fact]
    public async Task Connector_WithARefreshToken_WorksForHours()
    {
        await using var campus = await Campus.StartAsync(Ct);
        var key = await KeyAsync(campus);
        var first = await ExchangeAsync(campus, key, (await ConsentAsync(campus, key))["code"]!);
        using var canvas = campus.Client(configure: options =>
        {
            options.Token = null;
            options.ClientId = key.Id;
            options.ClientSecret = new(key.Secret);
            options.RefreshToken = new(first.GetProperty("refresh_token").GetString()!);
        });

        for (var hour = 0; hour < 3; hour++)
        {
            Assert.Equal("1", (await canvas.Users.SelfAsync(Ct)).Id.Value);
            campus.Clock.Now += TimeSpan.FromHours(1);
        }
    }

    [Fact]
    public async Task Consent_DeniedBySetting_IsToldAtTheReturn()
    {
        await using var campus = await Campus.StartAsync(Ct);
        await campus.SettingAsync("consent_user_id", "0", Ct);

        var back = await ConsentAsync(campus, await KeyAsync(campus));

        Assert.Equal(("access_denied", null), (back["error"], back["code"]));
    }

    [Theory]
    [InlineData("client_id", "1", 401, "invalid_client")]
    [InlineData("redirect_uri", "https://elsewhere.example.edu/", 400, "invalid_request")]
    public async Task Authorize_FromWhomNobodyKnows_StaysWithCanvas(string field, string value, int status, string error)
    {
        await using var campus = await Campus.StartAsync(Ct);
        var key = await KeyAsync(campus);

        using var answer = await AuthorizeAsync(campus, key, (field, value));

        await AssertErrorAsync(answer, (HttpStatusCode)status, error);
    }

    [Theory]
    [InlineData("client_secret", "wrong", 401, "invalid_client")]
    [InlineData("client_id", "1", 401, "invalid_client")]
    [InlineData("grant_type", "password", 400, "unsupported_grant_type")]
    [InlineData("grant_type", "refresh_token", 400, "invalid_request")]
    public async Task Token_AskedForWrongly_IsRefused(string field, string value, int status, string error)
    {
        await using var campus = await Campus.StartAsync(Ct);

        using var answer = await TokenAsync(campus, await KeyAsync(campus), (field, value));

        await AssertErrorAsync(answer, (HttpStatusCode)status, error);
    }

    [Fact]
    public async Task Revoked_TokenAndItsRefreshToken_AreDone()
    {
        await using var campus = await Campus.StartAsync(Ct);
        var key = await KeyAsync(campus);
        var given = await ExchangeAsync(campus, key, (await ConsentAsync(campus, key))["code"]!);
        var token = given.GetProperty("access_token").GetString();

        await campus.JsonAsync("DELETE /login/oauth2/token", Ct, token);
        using var call = await campus.SendAsync("GET /api/v1/users/self", Ct, token);
        var refreshToken = given.GetProperty("refresh_token").GetString()!;
        using var refresh = await TokenAsync(campus, key, ("grant_type", "refresh_token"), ("refresh_token", refreshToken));

        Assert.Contains("Revoked access token.", await call.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Single(call.Headers.WwwAuthenticate);
        await AssertErrorAsync(refresh, HttpStatusCode.BadRequest, "invalid_request");
    }

    [Theory]
    [InlineData("")]
    [InlineData("url:GET|/api/v1/everything")]
    [InlineData(ReadCourse + " url:DELETE|/api/v1/courses/:id")]
    public async Task Scopes_NotOfTheKey_AreRefusedAtTheReturn(string scopes)
    {
        await using var campus = await Campus.StartAsync(Ct);
        var key = await KeyAsync(campus, ("require_scopes", "true"), ("scopes[]", ReadCourse));

        using var answer = await AuthorizeAsync(campus, key, ("scope", scopes));

        Assert.Equal("invalid_scope", Query(answer)["error"]);
    }

    [Theory]
    [InlineData("false", false)]
    [InlineData("true", true)]
    public async Task Scopes_OfTheToken_BoundItAndItsIncludes(string allowIncludes, bool included)
    {
        await using var campus = await Campus.StartAsync(Ct);
        var key = await KeyAsync(campus, ("require_scopes", "true"), ("allow_includes", allowIncludes));
        using var consent = await AuthorizeAsync(campus, key, ("scope", ReadCourse));
        var token = (await ExchangeAsync(campus, key, Query(consent)["code"]!)).GetProperty("access_token").GetString();

        var course = await campus.JsonAsync("GET /api/v1/courses/101?include[]=term&include[]=concluded", Ct, token);
        using var other = await campus.SendAsync("GET /api/v1/courses/101/sections", Ct, token);

        Assert.Equal((included, included), (course.TryGetProperty("term", out _), course.TryGetProperty("concluded", out _)));
        Assert.Equal(HttpStatusCode.Unauthorized, other.StatusCode);
        Assert.Equal("""{"errors":[{"message":"Insufficient scopes on access token."}]}""", await other.Content.ReadAsStringAsync(Ct));
        Assert.Empty(other.Headers.WwwAuthenticate);
    }

    [Fact]
    public async Task TokenMadeByHand_EndsWhenItWasSaidTo()
    {
        await using var campus = await Campus.StartAsync(Ct);
        var made = await campus.JsonAsync("POST /sandbox/tokens", Ct, token: null, ("user_id", "2"), ("expires_in", "60"));
        var token = made.GetProperty("token").GetString();

        var self = await campus.JsonAsync("GET /api/v1/users/self", Ct, token);
        campus.Clock.Now += TimeSpan.FromMinutes(1);
        using var late = await campus.SendAsync("GET /api/v1/users/self", Ct, token);

        Assert.Equal((2, HttpStatusCode.Unauthorized), (self.GetProperty("id").GetInt32(), late.StatusCode));
    }

    private static async Task<(string Id, string Secret)> KeyAsync(Campus campus, params (string Name, string Value)[] more)
    {
        var key = await campus.JsonAsync("POST /sandbox/developer-keys", Ct, token: null, [("redirect_uri", Home), .. more]);
        return ($"{key.GetProperty("client_id").GetInt64()}", key.GetProperty("client_secret").GetString()!);
    }

    private static async Task<NameValueCollection> ConsentAsync(Campus campus, (string Id, string Secret) key)
    {
        using var answer = await AuthorizeAsync(campus, key);
        return Query(answer);
    }

    private static Task<HttpResponseMessage> AuthorizeAsync(
        Campus campus,
        (string Id, string Secret) key,
        params (string Name, string Value)[] others
    )
    {
        var fields = Merge([("client_id", key.Id), ("response_type", "code"), ("redirect_uri", Home), ("state", "a state & more")], others);
        var query = string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"));
        return campus.SendAsync("GET /login/oauth2/auth?" + query, Ct, token: null);
    }

    private static async Task<JsonElement> ExchangeAsync(Campus campus, (string Id, string Secret) key, string code)
    {
        using var answer = await TokenAsync(campus, key, ("grant_type", "authorization_code"), ("code", code));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync(Ct));
    }

    private static Task<HttpResponseMessage> TokenAsync(
        Campus campus,
        (string Id, string Secret) key,
        params (string Name, string Value)[] others
    ) =>
        campus.SendAsync(
            "POST /login/oauth2/token",
            Ct,
            token: null,
            Merge([("client_id", key.Id), ("client_secret", key.Secret), ("redirect_uri", Home)], others)
        );

    private static (string Name, string Value)[] Merge((string Name, string Value)[] usual, (string Name, string Value)[] others) =>
        [.. usual.ExceptBy(others.Select(field => field.Name), field => field.Name), .. others];

    private static NameValueCollection Query(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.StartsWith(Home, answer.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
        return HttpUtility.ParseQueryString(answer.Headers.Location.Query);
    }

    private static async Task AssertErrorAsync(HttpResponseMessage answer, HttpStatusCode status, string error)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(error, JsonElement.Parse(await answer.Content.ReadAsStringAsync(Ct)).GetProperty("error").GetString());
    }
}
