using ZoomConnector.Errors;
using ZoomConnector.Tests.Support;

namespace ZoomConnector.Tests.Http;

public sealed class TokenSourceTests
{
    private const string User = """{"id":"zoom-teacher"}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Token_ForManyAtOnce_IsFetchedOnce()
    {
        await using var server = await ScriptedServer.WithTokensAsync((context, _) => Answers.JsonAsync(context, 200, User));
        await using var services = ZoomUnderTest.Services(server.Address, new ManualClock());
        var client = services.Client();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.Users.GetAsync("zoom-teacher", Stop)));
        Assert.Equal(1, Fetches(server));
        var fetch = server.Log.First(request => request.Target == "/oauth/token");
        Assert.Equal("Basic Y2FtcHVzLWNsaWVudDpjYW1wdXMtY2xpZW50LXNlY3JldA==", fetch.Header("Authorization"));
        Assert.Equal("grant_type=account_credentials&account_id=campus-account", System.Text.Encoding.UTF8.GetString(fetch.Body));
    }

    [Fact]
    public async Task Token_NearItsEnd_IsRenewed()
    {
        var clock = new ManualClock();
        await using var server = await ScriptedServer.WithTokensAsync((context, _) => Answers.JsonAsync(context, 200, User));
        await using var services = ZoomUnderTest.Services(server.Address, clock);
        await services.Client().Users.GetAsync("zoom-teacher", Stop);
        clock.Advance(TimeSpan.FromMinutes(54));
        await services.Client().Users.GetAsync("zoom-teacher", Stop);
        Assert.Equal(1, Fetches(server));
        clock.Advance(TimeSpan.FromMinutes(1));
        await services.Client().Users.GetAsync("zoom-teacher", Stop);
        Assert.Equal(2, Fetches(server));
    }

    [Fact]
    public async Task Token_RefusedOnce_IsRenewedUnseen()
    {
        var calls = 0;
        await using var server = await ScriptedServer.WithTokensAsync(
            (context, _) =>
                ++calls == 1
                    ? Answers.JsonAsync(context, 401, """{"code":124,"message":"Access token is expired."}""")
                    : Answers.JsonAsync(context, 200, User)
        );
        await using var services = ZoomUnderTest.Services(server.Address, new ManualClock());
        await services.Client().Users.GetAsync("zoom-teacher", Stop);
        Assert.Equal(2, Fetches(server));
    }

    [Fact]
    public async Task Token_RefusedAgain_IsUnauthorized()
    {
        await using var server = await ScriptedServer.WithTokensAsync(
            (context, _) => Answers.JsonAsync(context, 401, """{"code":124,"message":"Invalid access token."}""")
        );
        await using var services = ZoomUnderTest.Services(server.Address, new ManualClock());
        var fault = await Assert.ThrowsAsync<ZoomException>(() => services.Client().Users.GetAsync("zoom-teacher", Stop));
        Assert.Equal(ZoomErrorKind.Unauthorized, fault.Kind);
        Assert.Equal(2, server.Log.Count(request => request.Target != "/oauth/token"));
    }

    [Fact]
    public async Task Token_WrongSecret_IsUnauthorizedAndTheNextCallTriesAfresh()
    {
        await using var server = await ScriptedServer.StartAsync(
            (context, _) => Answers.JsonAsync(context, 400, """{"reason":"Invalid client_id or client_secret","error":"invalid_client"}""")
        );
        await using var services = ZoomUnderTest.Services(server.Address, new ManualClock());
        for (var round = 1; round <= 2; round++)
        {
            var fault = await Assert.ThrowsAsync<ZoomException>(() => services.Client().Users.GetAsync("zoom-teacher", Stop));
            Assert.Equal(ZoomErrorKind.Unauthorized, fault.Kind);
            Assert.DoesNotContain("campus-client", fault.ToString(), StringComparison.Ordinal);
            Assert.Equal(round, Fetches(server));
        }
    }

    [Fact]
    public async Task Token_OneWaiterGivesUp_TheOthersGetIt()
    {
        var open = new TaskCompletionSource();
        await using var server = await ScriptedServer.StartAsync(
            async (context, request) =>
            {
                if (request.Target != "/oauth/token")
                {
                    await Answers.JsonAsync(context, 200, User);
                    return;
                }

                await open.Task;
                await Answers.TokenAsync(context);
            }
        );
        await using var services = ZoomUnderTest.Services(server.Address, new ManualClock());
        using var impatient = new CancellationTokenSource();
        var first = services.Client().Users.GetAsync("zoom-teacher", impatient.Token);
        var second = services.Client().Users.GetAsync("zoom-teacher", Stop);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        open.SetResult();
        Assert.Equal("zoom-teacher", (await second).Id);
        Assert.Equal(1, Fetches(server));
    }

    private static int Fetches(ScriptedServer server) => server.Log.Count(request => request.Target == "/oauth/token");
}
