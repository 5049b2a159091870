using System.Globalization;
using CanvasConnector.Courses;
using CanvasConnector.Errors;
using CanvasConnector.Files;
using CanvasConnector.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CanvasConnector.Tests.SignIn;

/// <summary>OAuth2 refresh: once for all who wait, before the token's end and when Canvas says that it has ended.</summary>
public sealed class RefreshTests
{
    private const string Json = "application/json";
    private const string Door = "POST /login/oauth2/token";
    private const string Course = "GET /api/v1/courses/101";
    private const string Good = """{"id":101,"name":"FYSA12"}""";
    private static readonly string[] Secrets = ["key-secret", "refresh-secret", "access-1", "access-2"];
    private static readonly CanvasId<Course> Id = new("101");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Call_First_RefreshesAndCarriesTheNewToken()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = Client(canvas.On(Door, Token("access-1")).On(Course, Good));

        await client.Courses.GetAsync(Id, Ct);

        var (refresh, call) = (canvas.Seen.First(), canvas.Seen.Last());
        Assert.Equal("grant_type=refresh_token&client_id=7&client_secret=key-secret&refresh_token=refresh-secret", refresh.Body);
        Assert.Equal(("", "Bearer access-1"), (refresh.Authorization + refresh.Query, call.Authorization));
    }

    [Theory]
    [InlineData(53, 1)]
    [InlineData(54, 2)]
    public async Task Call_AfterSoManyMinutes_RefreshesBeforeTheTokenEnds(int minutes, int refreshes)
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        canvas.On(Door, Token("access-1")).On(Door, Token("access-2")).On(Course, Good).On(Course, Good);
        using var client = Client(canvas);
        await client.Courses.GetAsync(Id, Ct);

        canvas.Clock.Now += TimeSpan.FromMinutes(minutes);
        await client.Courses.GetAsync(Id, Ct);

        Assert.Equal(refreshes, Refreshes(canvas));
        Assert.Equal($"Bearer access-{refreshes}", canvas.Seen.Last().Authorization);
    }

    [Fact]
    public async Task Calls_Many_ShareOneRefresh()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        canvas.On(
            Door,
            async http =>
            {
                await Task.Delay(200, http.RequestAborted);
                await ScriptedCanvas.WriteAsync(http, 200, Json, Token("access-1"));
            }
        );
        for (var i = 0; i < 30; i++)
            canvas.On(Course, Good);
        using var client = Client(canvas);

        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => client.Courses.GetAsync(Id, Ct)));

        Assert.Equal(1, Refreshes(canvas));
        Assert.Equal(31, canvas.Seen.Count);
    }

    [Fact]
    public async Task Calls_ManyWhoseTokenHasEnded_ShareOneRefresh()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        canvas.On(Door, Token("access-1")).On(Door, Token("access-2"));
        for (var i = 0; i < 100; i++)
            canvas.On(Course, http => http.Request.Headers.Authorization == "Bearer access-2" ? WithRoomAsync(http) : RefuseAsync(http));
        using var client = Client(canvas);

        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => client.Courses.GetAsync(Id, Ct)));

        Assert.Equal(2, Refreshes(canvas));
        Assert.Empty(canvas.Clock.Waits);
    }

    [Theory]
    [InlineData("Expired access token.")]
    [InlineData("Invalid access token.")]
    [InlineData("Revoked access token.")]
    public async Task Post_TokenRefused_IsSentAgainOnceWithANewToken(string message)
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        const string post = "POST /api/v1/conversations";
        canvas.On(Door, Token("access-1")).On(Door, Token("access-2")).On(post, http => RefuseAsync(http, message)).On(post, "[]");
        using var client = Client(canvas, options => options.MaxAttempts = 1);

        await client.Conversations.SendAsync([new("2")], "Subject", "Text", ct: Ct);

        Assert.Equal(
            ["Bearer access-1", "Bearer access-2"],
            canvas.Seen.Where(seen => seen.Request == post).Select(seen => seen.Authorization)
        );
    }

    [Fact]
    public async Task Call_NewTokenRefusedToo_IsUnauthorizedWithoutEnd()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        for (var i = 1; i <= 5; i++)
            canvas.On(Door, Token($"access-{i}")).On(Course, http => RefuseAsync(http));
        using var client = Client(canvas);

        var fault = await Assert.ThrowsAsync<CanvasException>(() => client.Courses.GetAsync(Id, Ct));

        Assert.Equal((CanvasErrorKind.Unauthorized, 2), (fault.Kind, Refreshes(canvas)));
    }

    [Theory]
    [InlineData("{\"status\":\"unauthorized\"}", false, CanvasErrorKind.Forbidden)]
    [InlineData("{\"errors\":[{\"message\":\"Insufficient scopes on access token.\"}]}", false, CanvasErrorKind.ScopeMissing)]
    [InlineData("{\"status\":\"unauthenticated\"}", true, CanvasErrorKind.Unauthorized)]
    public async Task Call_RefusedForAnotherReason_DoesNotRefresh(string body, bool header, CanvasErrorKind kind)
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        canvas
            .On(Door, Token("access-1"))
            .On(
                Course,
                http =>
                {
                    if (header)
                        http.Response.Headers.WWWAuthenticate = "Bearer realm=\"canvas-lms\"";
                    return ScriptedCanvas.WriteAsync(http, 401, Json, body);
                }
            );
        using var client = Client(canvas);

        var fault = await Assert.ThrowsAsync<CanvasException>(() => client.Courses.GetAsync(Id, Ct));

        Assert.Equal((kind, 1), (fault.Kind, Refreshes(canvas)));
    }

    [Theory]
    [InlineData(400, "{\"error\":\"invalid_grant\",\"error_description\":\"refresh-secret not found\"}")]
    [InlineData(401, "{\"error\":\"invalid_client\"}")]
    [InlineData(403, "{}")]
    [InlineData(400, "")]
    public async Task Refresh_Refused_IsSignInLostAndSaysWhatToDo(int status, string body)
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = Client(canvas.On(Door, body, status));

        var fault = await Assert.ThrowsAsync<CanvasException>(() => client.Courses.GetAsync(Id, Ct));

        Assert.Equal((CanvasErrorKind.Unauthorized, status, "/login/oauth2/token"), (fault.Kind, fault.Status, fault.Path));
        Assert.Contains("Canvas:RefreshToken", fault.Message, StringComparison.Ordinal);
        Assert.Single(canvas.Seen);
        AssertNoSecret(fault.ToString());
    }

    [Theory]
    [InlineData(404)]
    [InlineData(409)]
    public async Task Refresh_DoorNotFound_IsNeverTakenForAMissingFile(int status)
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = Client(canvas.On(Door, """{"errors":[{"message":"The specified resource does not exist."}]}""", status));

        var fault = await Assert.ThrowsAsync<CanvasException>(() => client.Files.FindAsync(new CanvasId<CanvasFile>("7"), Ct));

        Assert.Equal((CanvasErrorKind.Protocol, status), (fault.Kind, fault.Status));
    }

    [Fact]
    public async Task Refresh_RefusedOnce_IsTriedAgainByALaterCall()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        canvas.On(Door, """{"error":"invalid_grant"}""", 400).On(Door, Token("access-1")).On(Course, Good);
        using var client = Client(canvas);
        await Assert.ThrowsAsync<CanvasException>(() => client.Courses.GetAsync(Id, Ct));

        Assert.Equal("FYSA12", (await client.Courses.GetAsync(Id, Ct)).Name);
    }

    [Theory]
    [InlineData("text/html", "<html>maintenance</html>")]
    [InlineData(Json, "{}")]
    [InlineData(Json, "[]")]
    [InlineData(Json, """{"access_token":null}""")]
    [InlineData(Json, """{"access_token":""}""")]
    [InlineData(Json, """{"access_token":"access-1\nX-Evil: 1"}""")]
    [InlineData(Json, """{"access_token":"access-1","access_token":"access-2"}""")]
    [InlineData(Json, """{"access_token":"access-1","expires_in":0}""")]
    [InlineData(Json, """{"access_token":"access-1","expires_in":-5}""")]
    [InlineData(Json, """{"access_token":"access-1","expires_in":"soon"}""")]
    public async Task Refresh_AnswerThatCannotBeBelieved_IsProtocolAndNotALostSignIn(string type, string body)
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = Client(canvas.On(Door, 200, type, body));

        var fault = await Assert.ThrowsAsync<CanvasException>(() => client.Courses.GetAsync(Id, Ct));

        Assert.Equal(CanvasErrorKind.Protocol, fault.Kind);
        AssertNoSecret(fault.ToString());
    }

    [Fact]
    public async Task Refresh_WithoutAnEnd_LastsUntilCanvasRefuses()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        canvas.On(Door, """{"access_token":"access-1"}""").On(Course, Good).On(Course, Good);
        using var client = Client(canvas);
        await client.Courses.GetAsync(Id, Ct);

        canvas.Clock.Now += TimeSpan.FromDays(30);
        await client.Courses.GetAsync(Id, Ct);

        Assert.Equal(1, Refreshes(canvas));
    }

    [Theory]
    [InlineData(503, "", CanvasErrorKind.Unavailable)]
    [InlineData(429, "", CanvasErrorKind.Throttled)]
    [InlineData(403, "403 Forbidden (Rate Limit Exceeded)", CanvasErrorKind.Throttled)]
    public async Task Refresh_PassingFault_IsTriedAgainAndIsNoLostSignIn(int status, string body, CanvasErrorKind kind)
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        canvas.On(Door, body, status).On(Door, Token("access-1")).On(Course, Good);
        using var client = Client(canvas);
        Assert.Equal("FYSA12", (await client.Courses.GetAsync(Id, Ct)).Name);

        canvas.Clock.Now += TimeSpan.FromHours(1);
        for (var i = 0; i < 4; i++)
            canvas.On(Door, body, status);
        var fault = await Assert.ThrowsAsync<CanvasException>(() => client.Courses.GetAsync(Id, Ct));

        Assert.Equal((kind, 6), (fault.Kind, Refreshes(canvas)));
    }

    [Fact]
    public async Task Call_CancelledWhileRefreshing_LeavesTheRefreshToTheOthers()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        var asked = new TaskCompletionSource();
        var answer = new TaskCompletionSource();
        canvas
            .On(
                Door,
                async http =>
                {
                    asked.SetResult();
                    await answer.Task;
                    await ScriptedCanvas.WriteAsync(http, 200, Json, Token("access-1"));
                }
            )
            .On(Course, Good);
        using var client = Client(canvas);
        using var stop = new CancellationTokenSource();
        var cancelled = client.Courses.GetAsync(Id, stop.Token);
        var other = client.Courses.GetAsync(Id, Ct);
        await asked.Task.WaitAsync(Ct);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        answer.SetResult();

        Assert.Equal("FYSA12", (await other).Name);
        Assert.Equal(1, Refreshes(canvas));
    }

    [Fact]
    public async Task Everything_Logged_HoldsNoSecret()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        canvas.On(Door, "", 503).On(Door, Token("access-1")).On(Course, "", 503).On(Course, Good);
        var log = new Lines();
        var options = Options(canvas);
        using var client = new CanvasClient(options, canvas.Clock, log, () => 0.5);

        await client.Courses.GetAsync(Id, Ct);

        Assert.Equal(2, log.Told.Count);
        AssertNoSecret(string.Join('\n', log.Told));
        AssertNoSecret($"{options.ClientSecret} {options.RefreshToken} {System.Text.Json.JsonSerializer.Serialize(options)}");
    }

    private static CanvasOptions Options(ScriptedCanvas canvas) =>
        new()
        {
            BaseUrl = canvas.Address,
            ClientId = "7",
            ClientSecret = new CanvasToken("key-secret"),
            RefreshToken = new CanvasToken("refresh-secret"),
        };

    private static CanvasClient Client(ScriptedCanvas canvas, Action<CanvasOptions>? configure = null)
    {
        var options = Options(canvas);
        configure?.Invoke(options);
        return new CanvasClient(options, canvas.Clock, dice: () => 0.5);
    }

    private static string Token(string token) => $$"""{"access_token":"{{token}}","token_type":"Bearer","expires_in":3600}""";

    private static int Refreshes(ScriptedCanvas canvas) => canvas.Seen.Count(seen => seen.Request == Door);

    private static Task RefuseAsync(HttpContext http, string message = "Expired access token.")
    {
        http.Response.Headers.WWWAuthenticate = "Bearer realm=\"canvas-lms\"";
        http.Response.Headers["X-Rate-Limit-Remaining"] = 600.ToString(CultureInfo.InvariantCulture);
        return ScriptedCanvas.WriteAsync(http, 401, Json, $$"""{"errors":[{"message":"{{message}}"}]}""");
    }

    private static Task WithRoomAsync(HttpContext http)
    {
        http.Response.Headers["X-Rate-Limit-Remaining"] = 600.ToString(CultureInfo.InvariantCulture);
        return ScriptedCanvas.WriteAsync(http, 200, Json, Good);
    }

    private static void AssertNoSecret(string text) =>
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));

    private sealed class Lines : ILogger<CanvasClient>
    {
        public List<string> Told { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Told.Add($"{formatter(state, exception)} {exception}");
    }
}
