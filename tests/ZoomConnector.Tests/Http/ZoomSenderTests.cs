using System.Text.Json;
using ZoomConnector.Errors;
using ZoomConnector.Tests.Support;

namespace ZoomConnector.Tests.Http;

public sealed class ZoomSenderTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_After500And429_Succeeds()
    {
        var clock = new ManualClock { SkipsWaits = true };
        var start = clock.GetUtcNow();
        var calls = 0;
        await using var server = await ScriptedServer.WithTokensAsync(
            (context, _) =>
            {
                context.Response.Headers.RetryAfter = "2026-09-07T08:15:20Z";
                return (++calls) switch
                {
                    1 => Answers.JsonAsync(context, 500, "{}"),
                    2 => Answers.JsonAsync(context, 429, "{}"),
                    _ => Answers.JsonAsync(context, 200, """{"id":"u"}"""),
                };
            }
        );
        await using var services = ZoomUnderTest.Services(server.Address, clock);
        Assert.Equal("u", (await services.Client().Users.GetAsync("u", Stop)).Id);
        Assert.InRange(clock.GetUtcNow() - start, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Message_AnsweredWith500_IsNotSentTwice()
    {
        await using var server = await ScriptedServer.WithTokensAsync((context, _) => Answers.JsonAsync(context, 500, "{}"));
        await using var services = ZoomUnderTest.Services(server.Address, new ManualClock { SkipsWaits = true });
        var fault = await Assert.ThrowsAsync<ZoomException>(() => services.Client().TeamChat.SendToChannelAsync("u", "c", "Notice", Stop));
        Assert.Equal(ZoomErrorKind.Unavailable, fault.Kind);
        var sent = Assert.Single(server.Log, request => request.Method == "POST" && request.Target == "/v2/chat/users/u/messages");
        Assert.Equal("""{"message":"Notice","to_channel":"c"}""", System.Text.Encoding.UTF8.GetString(sent.Body));
    }

    [Fact]
    public async Task List_OnSeveralPages_IsReadInOrder()
    {
        await using var server = await ScriptedServer.WithTokensAsync(
            (context, request) =>
                request.Target.EndsWith("next_page_token=", StringComparison.Ordinal)
                    ? Answers.JsonAsync(context, 200, """{"users":[{"id":"a"},{"id":"b"}],"next_page_token":"p/2="}""")
                    : Answers.JsonAsync(context, 200, """{"users":[{"id":"c"}],"next_page_token":""}""")
        );
        await using var services = ZoomUnderTest.Services(server.Address, new ManualClock());
        var ids = new List<string>();
        await foreach (var user in services.Client().Users.ListAsync(Stop))
            ids.Add(user.Id);
        Assert.Equal(["a", "b", "c"], ids);
        Assert.EndsWith("next_page_token=p%2F2%3D", server.Log[^1].Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_ThatGoesInACircle_IsProtocol()
    {
        await using var server = await ScriptedServer.WithTokensAsync(
            (context, _) => Answers.JsonAsync(context, 200, """{"users":[],"next_page_token":"same"}""")
        );
        await using var services = ZoomUnderTest.Services(server.Address, new ManualClock());
        var fault = await Assert.ThrowsAsync<ZoomException>(async () =>
        {
            await foreach (var _ in services.Client().Users.ListAsync(Stop)) { }
        });
        Assert.Equal(ZoomErrorKind.Protocol, fault.Kind);
    }

    [Fact]
    public async Task Uuid_OnTheWire_IsStillEscapedTwice()
    {
        const string past =
            """{"uuid":"/a//b==","id":"81234567890","start_time":"2026-10-05T08:00:05Z","end_time":"2026-10-05T09:00:05Z"}""";
        await using var server = await ScriptedServer.WithTokensAsync((context, _) => Answers.JsonAsync(context, 200, past));
        await using var services = ZoomUnderTest.Services(server.Address, new ManualClock());
        var meeting = await services.Client().Meetings.GetPastAsync(new("/a//b=="), Stop);
        Assert.Equal(81234567890, meeting!.Id.Value);
        Assert.Equal("/v2/past_meetings/%252Fa%252F%252Fb%253D%253D", server.Log[^1].Target);
        Assert.Equal("81234567890", JsonSerializer.Serialize(meeting.Id));
    }

    [Fact]
    public async Task Request_OnTheWire_AsksForPlainJsonAndCarriesTheTokenOnlyInItsHeader()
    {
        await using var server = await ScriptedServer.WithTokensAsync((context, _) => Answers.JsonAsync(context, 200, """{"id":"u"}"""));
        await using var services = ZoomUnderTest.Services(server.Address, new ManualClock());
        await services.Client().Users.GetAsync("u", Stop);
        var request = server.Log[^1];
        Assert.Equal(("/v2/users/u", "application/json"), (request.Target, request.Header("Accept")));
        Assert.StartsWith("Bearer token-", request.Header("Authorization"), StringComparison.Ordinal);
        // Nothing here unpacks a packed answer.
        Assert.Equal("", request.Header("Accept-Encoding"));
    }
}
