using System.Net;
using BotConnector.Activities;

namespace BotConnector.Tests.DirectLine;

public sealed class StreamTests
{
    [Fact]
    public async Task Stream_FromTheStart_TellsWhatWasSaidAndWhatIsSaidNow()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync("anna");
        await using var window = await Window.OpenAsync(await host.StreamAsync(talk));

        Assert.Equal("Welcome, Name of anna (sv-SE).", Assert.Single(await window.HearAsync(1)).GetProperty("text").GetString());
        await window.PingAsync();
        await host.SayAsync(talk, "hej", "mine");
        var heard = await window.HearAsync(2);

        Assert.Equal(["hej", "You said: hej"], heard.Select(said => said.GetProperty("text").GetString()));
        Assert.Equal("mine", heard[0].GetProperty("channelData").GetProperty("clientActivityID").GetString());
    }

    [Fact]
    public async Task Stream_AfterALoss_GoesOnFromTheWatermark()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync("anna");
        string? watermark;
        await using (var lost = await Window.OpenAsync(await host.StreamAsync(talk)))
        {
            await lost.HearAsync(1);
            watermark = lost.Watermark;
        }
        await host.SayAsync(talk, "meanwhile");

        await using var window = await Window.OpenAsync(await host.StreamAsync(talk, watermark));

        Assert.Equal(
            ["meanwhile", "You said: meanwhile"],
            (await window.HearAsync(2)).Select(said => said.GetProperty("text").GetString())
        );
    }

    [Fact]
    public async Task Stream_InTwoWindows_TellsBothTheSame()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync("anna");
        await using var one = await Window.OpenAsync(await host.StreamAsync(talk));
        await using var other = await Window.OpenAsync(await host.StreamAsync(talk));

        await host.SayAsync(talk, "hej");

        Assert.Equal(
            (await one.HearAsync(3)).Select(said => said.GetProperty("id").GetString()),
            (await other.HearAsync(3)).Select(said => said.GetProperty("id").GetString())
        );
    }

    [Fact]
    public async Task Stream_MoreThanAPageBehind_GetsItAllInOrder()
    {
        await using var host = await DirectLineHost.StartAsync(o => o.PageSize = 3);
        var talk = await host.StartTalkAsync("anna");
        foreach (var number in Enumerable.Range(1, 5))
            await host.SayAsync(talk, $"{number}");

        await using var window = await Window.OpenAsync(await host.StreamAsync(talk));

        Assert.Equal(11, (await window.HearAsync(11)).Select(said => said.GetProperty("id").GetString()).Distinct().Count());
        Assert.Equal("11", window.Watermark);
    }

    [Fact]
    public async Task Stream_OfWhatIsSaidUnasked_HearsItWithoutAsking()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync("anna");
        await using var window = await Window.OpenAsync(await host.StreamAsync(talk));
        await window.HearAsync(1);

        await host.WithChannelAsync(channel =>
            channel.SendAsync("anna", Activity.Message("A warning."), TestContext.Current.CancellationToken)
        );

        Assert.Equal("A warning.", Assert.Single(await window.HearAsync(1)).GetProperty("text").GetString());
    }

    [Fact]
    public async Task Stream_OfWhatAnotherProcessWrote_FindsItByLooking()
    {
        await using var host = await DirectLineHost.StartAsync(o => o.StreamPoll = TimeSpan.FromMilliseconds(20));
        var talk = await host.StartTalkAsync("anna");
        await using var window = await Window.OpenAsync(await host.StreamAsync(talk));
        await window.HearAsync(1);

        await host.Store.AppendAsync(
            talk.Conversation,
            Activity.Message("From elsewhere."),
            null,
            true,
            TestContext.Current.CancellationToken
        );

        Assert.Equal("From elsewhere.", Assert.Single(await window.HearAsync(1)).GetProperty("text").GetString());
    }

    [Fact]
    public async Task Typing_IsShownToWindowsAndNotKept()
    {
        await using var host = await DirectLineHost.StartAsync();
        host.Bot.On["think"] = (turn, ct) => turn.SendActivityAsync(new Activity { Type = ActivityTypes.Typing }, ct);
        var talk = await host.StartTalkAsync("anna");
        await using var window = await Window.OpenAsync(await host.StreamAsync(talk));
        await window.HearAsync(1);

        await host.SayAsync(talk, "think");

        Assert.Contains(await window.HearAsync(2), said => said.GetProperty("type").GetString() == "typing");
        Assert.Equal(["bot: Welcome, Name of anna (sv-SE).", "anna: think"], await host.HeardAsync(talk));
    }

    [Fact]
    public async Task StreamUrl_UsedTwice_IsRefused()
    {
        await using var host = await DirectLineHost.StartAsync();
        var url = await host.StreamAsync(await host.StartTalkAsync("anna"));
        await using (await Window.OpenAsync(url)) { }

        Assert.Equal(HttpStatusCode.Forbidden, await Window.RefusalAsync(url));
    }

    [Fact]
    public async Task StreamUrl_AfterAMinute_HasExpired()
    {
        await using var host = await DirectLineHost.StartAsync();
        var url = await host.StreamAsync(await host.StartTalkAsync("anna"));

        host.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(HttpStatusCode.Forbidden, await Window.RefusalAsync(url));
    }

    [Fact]
    public async Task StreamUrl_ForAnotherConversation_IsRefused()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (anna, bo) = (await host.StartTalkAsync("anna"), await host.StartTalkAsync("bo"));

        var url = (await host.StreamAsync(anna)).Replace(anna.Conversation, bo.Conversation, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Forbidden, await Window.RefusalAsync(url));
    }

    [Fact]
    public async Task StreamUrl_OpenedByAnotherSitesPage_IsRefused()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync("anna");

        Assert.Equal(HttpStatusCode.Forbidden, await Window.RefusalAsync(await host.StreamAsync(talk), "https://evil.example"));
        await using var own = await Window.OpenAsync(
            await host.StreamAsync(talk),
            host.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)
        );
    }

    [Fact]
    public async Task APass_IsNoToken_AndATokenNoPass()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync("anna");
        var url = await host.StreamAsync(talk);
        var pass = url[(url.IndexOf("pass=", StringComparison.Ordinal) + 5)..];

        var (status, _) = await host.CallAsync("GET", $"conversations/{talk.Conversation}/activities", pass);

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal(HttpStatusCode.Forbidden, await Window.RefusalAsync(url.Replace(pass, talk.Token, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Stream_OpenInTooManyWindows_IsRefused()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync("anna");
        List<Window> open = [];
        for (var count = 0; count < 20; count++)
            open.Add(await Window.OpenAsync(await host.StreamAsync(talk)));

        Assert.Equal(HttpStatusCode.TooManyRequests, await Window.RefusalAsync(await host.StreamAsync(talk)));

        foreach (var window in open)
            await window.DisposeAsync();
        await using var later = await Window.OpenAsync(await host.StreamAsync(talk));
        await later.HearAsync(1);
    }

    [Fact]
    public async Task Token_RefreshedForHours_EndsWithTheSignIn()
    {
        await using var host = await DirectLineHost.StartAsync();
        var token = (await host.StartTalkAsync("anna")).Token;
        var renewals = 0;
        for (; renewals < 100; renewals++)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(15));
            var (status, renewed) = await host.CallAsync("POST", "tokens/refresh", token);
            if (status != HttpStatusCode.OK)
                break;
            token = renewed.GetProperty("token").GetString()!;
        }

        Assert.Equal(31, renewals); // eight hours are 32 quarters
    }

    [Fact]
    public async Task Upload_IsRefusedInWords()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync("anna");

        var (status, body) = await host.CallAsync("POST", $"conversations/{talk.Conversation}/upload?userId=anna", talk.Token, "x");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("Files are not taken.", body.GetProperty("error").GetProperty("message").GetString());
    }

    [Fact]
    public async Task StreamUrl_BehindHttps_IsSecure()
    {
        await using var host = await DirectLineHost.StartAsync(o => o.IsBehindHttps = true);

        Assert.StartsWith("wss://127.0.0.1:", await host.StreamAsync(await host.StartTalkAsync("anna")));
    }
}
