using BotConnector.DirectLine;

namespace BotConnector.Tests.DirectLine;

public sealed class DirectLineTalkTests
{
    private static readonly DirectLineUser Ada = new("dl_ada", "Ada");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Talk_OpenedTwice_IsGreetedOnce()
    {
        await using var host = await DirectLineHost.StartAsync();
        Assert.Equal(
            ["Welcome, Ada (sv)."],
            await TalkAsync(host, talk => talk.OpenAsync(Ada, "sv", Ct), talk => talk.OpenAsync(Ada, "sv", Ct))
        );
    }

    [Fact]
    public async Task Talk_SameKeyTwice_IsSaidAndAnsweredOnce()
    {
        await using var host = await DirectLineHost.StartAsync();
        var said = await TalkAsync(host, talk => talk.SayAsync(Ada, "hello", "k1", Ct), talk => talk.SayAsync(Ada, "hello", "k1", Ct));
        Assert.Equal(["hello", "You said: hello"], said);
    }

    [Fact]
    public async Task Talk_BesideAClient_IsOneConversation()
    {
        await using var host = await DirectLineHost.StartAsync();
        var client = await host.StartTalkAsync("dl_ada");
        await TalkAsync(host, talk => talk.SayAsync(Ada, "from the page", "k1", Ct));
        Assert.Contains("dl_ada: from the page", await host.HeardAsync(client));
    }

    [Fact]
    public async Task Talk_LongerThanAsked_ShowsTheLatest()
    {
        await using var host = await DirectLineHost.StartAsync();
        for (var i = 0; i < 120; i++)
            await TalkAsync(host, talk => talk.SayAsync(Ada, $"word {i}", $"k{i}", Ct));
        var last = await host.WithTalkAsync(talk => talk.ReadLastAsync(Ada, 2, Ct));
        Assert.Equal(["word 119", "You said: word 119"], last.Select(line => line.Activity.Text!));
    }

    private static async Task<string[]> TalkAsync(DirectLineHost host, params Func<DirectLineTalk, Task>[] acts)
    {
        foreach (var act in acts)
            await host.WithTalkAsync(async talk =>
            {
                await act(talk);
                return true;
            });
        return [.. (await host.WithTalkAsync(talk => talk.ReadLastAsync(Ada, 50, Ct))).Select(line => line.Activity.Text!)];
    }
}
