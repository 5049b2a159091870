using System.Net;
using BotConnector.Activities;
using BotConnector.DirectLine;

namespace BotConnector.Tests.DirectLine;

public class ConversationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_TheFirstTime_GreetsThePerson()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (_, generated) = await host.CallAsync("POST", "tokens/generate", user: "anna");
        var token = generated.GetProperty("token").GetString()!;

        var (first, body) = await host.CallAsync("POST", "conversations", token, new { user = new { id = "x" }, locale = "sv-SE" });
        var (second, _) = await host.CallAsync("POST", "conversations", token);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first, second));
        var conversation = body.GetProperty("conversationId").GetString()!;
        Assert.Equal(["bot: Welcome, Name of anna (sv-SE)."], await host.HeardAsync((conversation, token)));
        var update = Assert.Single(host.Bot.Seen);
        Assert.Equal(("conversationUpdate", "anna", "directline"), (update.Type, update.From?.Id, update.ChannelId));
    }

    [Fact]
    public async Task Message_Posted_IsEchoedUnderItsIdAndAnswered()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync("anna");

        var (status, answer) = await host.SayAsync(talk, "hej", "c-1");
        var (_, set) = await host.CallAsync("GET", $"conversations/{talk.Conversation}/activities?watermark=1", talk.Token);

        Assert.Equal(HttpStatusCode.OK, status);
        var said = set.GetProperty("activities")[0];
        Assert.Equal(answer.GetProperty("id").GetString(), said.GetProperty("id").GetString());
        Assert.Equal("c-1", said.GetProperty("channelData").GetProperty("clientActivityID").GetString());
        Assert.Equal("anna", said.GetProperty("from").GetProperty("id").GetString());
        var reply = set.GetProperty("activities")[1];
        Assert.Equal("You said: hej", reply.GetProperty("text").GetString());
        Assert.Equal(answer.GetProperty("id").GetString(), reply.GetProperty("replyToId").GetString());
        Assert.Equal("3", set.GetProperty("watermark").GetString());
    }

    [Fact]
    public async Task Message_PostedTwice_GetsOneTurn()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync("anna");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.SayAsync(talk, "hej", "c-1")));

        Assert.Single(answers.Select(a => a.Body.GetProperty("id").GetString()).Distinct());
        Assert.Equal(["anna: hej", "bot: You said: hej"], (await host.HeardAsync(talk)).Skip(1));
    }

    [Fact]
    public async Task Message_WhoseTurnWasCutOff_GetsItsTurnWhenSentAgain()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync("anna");
        // As after a process that ended between keeping the message and answering it.
        var lost = await host.Store.AppendAsync(
            talk.Conversation,
            Activity.Message("hej") with
            {
                From = new() { Id = "anna" },
                Recipient = new() { Id = "bot" },
                Conversation = new() { Id = talk.Conversation },
            },
            "user:c-1",
            isHandled: false,
            Ct
        );

        var (_, answer) = await host.SayAsync(talk, "hej", "c-1");

        Assert.Equal(lost.Activity.Id, answer.GetProperty("id").GetString());
        Assert.Equal(["anna: hej", "bot: You said: hej"], (await host.HeardAsync(talk)).Skip(1));
        Assert.Single(host.Bot.Seen, a => a.Type == ActivityTypes.Message);
    }

    [Theory]
    [InlineData("fail", "bot: Something went wrong; try again.")]
    [InlineData("fail twice", null)]
    public async Task Turn_ThatThrows_KeepsTheMessageAndTellsThePerson(string word, string? told)
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync("anna");
        host.Bot.On[word] = (_, _) => throw new InvalidOperationException("A fault.");

        var (status, _) = await host.SayAsync(talk, word, "c-1");
        await host.SayAsync(talk, word, "c-1");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(told is null ? [$"anna: {word}"] : [$"anna: {word}", told], (await host.HeardAsync(talk)).Skip(1));
    }

    [Fact]
    public async Task Turns_OfOneConversation_RunOneAtATime()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync("anna");
        host.Bot.On["slow"] = async (turn, ct) =>
        {
            await Task.Delay(20, ct);
            await turn.SendActivityAsync("done", ct);
        };

        await Task.WhenAll(Enumerable.Range(0, 6).Select(n => host.SayAsync(talk, "slow", $"c-{n}")));

        Assert.Equal(1, host.Bot.MostAtOnce);
        Assert.Equal(
            Enumerable.Repeat(new[] { "anna: slow", "bot: done" }, 6).SelectMany(pair => pair),
            (await host.HeardAsync(talk)).Skip(1)
        );
        Assert.Equal(0, host.Gates.Count);
    }

    [Fact]
    public async Task Turns_OfTwoConversations_DoNotWaitForEachOther()
    {
        await using var host = await DirectLineHost.StartAsync();
        var anna = await host.StartTalkAsync("anna");
        var bo = await host.StartTalkAsync("bo");
        var boSpoke = new TaskCompletionSource();
        host.Bot.On["wait"] = (_, ct) => boSpoke.Task.WaitAsync(TimeSpan.FromSeconds(20), ct);
        host.Bot.On["go"] = (_, _) =>
        {
            boSpoke.SetResult();
            return Task.CompletedTask;
        };

        var waiting = host.SayAsync(anna, "wait");
        await host.SayAsync(bo, "go");

        Assert.Equal(HttpStatusCode.OK, (await waiting).Status);
        Assert.DoesNotContain("bot: Something went wrong; try again.", await host.HeardAsync(anna));
    }

    [Fact]
    public async Task Turn_WhosePersonLeaves_RunsToItsEnd()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync("anna");
        var left = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        host.Bot.On["stay"] = async (turn, ct) =>
        {
            await left.Task;
            await Task.Delay(50, ct);
            await turn.SendActivityAsync("still here", ct);
            ended.SetResult();
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/directline/v3/conversations/{talk.Conversation}/activities")
        {
            Content = new StringContent("""{"type":"message","text":"stay"}"""),
        };
        request.Headers.Authorization = new("Bearer", talk.Token);
        using var leave = new CancellationTokenSource();

        var call = host.Client.SendAsync(request, leave.Token);
        while (host.Bot.Seen.All(a => a.Text != "stay"))
            await Task.Delay(5, Ct);
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        left.SetResult();
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(20), Ct);

        Assert.Contains("bot: still here", await host.HeardAsync(talk));
    }

    [Fact]
    public async Task Proactive_ToAPersonWhoNeverCame_IsThereWhenTheyCome()
    {
        await using var host = await DirectLineHost.StartAsync();

        await host.WithChannelAsync(c => c.SendAsync("anna", Activity.Message("Your recording ends on Friday."), "warn-1", Ct));
        await host.WithChannelAsync(c => c.SendAsync("anna", Activity.Message("Your recording ends on Friday."), "warn-1", Ct));
        await host.WithChannelAsync(c => c.SendAsync("anna", Activity.Message("Again."), Ct));
        var talk = await host.StartTalkAsync("anna");

        Assert.Equal(
            ["bot: Your recording ends on Friday.", "bot: Again.", "bot: Welcome, Name of anna (sv-SE)."],
            await host.HeardAsync(talk)
        );
    }

    [Fact]
    public async Task ClientsKey_NeverMeetsTheBotsKey()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync("anna");

        await host.SayAsync(talk, "hej", "warn-1");
        await host.WithChannelAsync(c => c.SendAsync("anna", Activity.Message("Warning."), "warn-1", Ct));

        Assert.Contains("bot: Warning.", await host.HeardAsync(talk));
    }

    [Fact]
    public async Task Log_LongerThanAPage_IsReadPageByPage()
    {
        await using var host = await DirectLineHost.StartAsync(o => o.PageSize = 2);
        var talk = await host.StartTalkAsync("anna");
        await host.SayAsync(talk, "a");
        await host.SayAsync(talk, "b");

        List<int> pages = [];
        var watermark = "";
        for (var n = 0; n < 4; n++)
        {
            var (_, set) = await host.CallAsync("GET", $"conversations/{talk.Conversation}/activities?watermark={watermark}", talk.Token);
            pages.Add(set.GetProperty("activities").GetArrayLength());
            watermark = set.GetProperty("watermark").GetString();
        }

        Assert.Equal([2, 2, 1, 0], pages);
        Assert.Equal("5", watermark);
    }

    [Theory]
    [InlineData("-", HttpStatusCode.OK)]
    [InlineData("0", HttpStatusCode.OK)]
    [InlineData("99", HttpStatusCode.OK)]
    [InlineData("-1", HttpStatusCode.BadRequest)]
    [InlineData("x", HttpStatusCode.BadRequest)]
    public async Task Watermark_OfAnyForm_IsReadOrRefused(string watermark, HttpStatusCode expected)
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync("anna");

        var (polled, _) = await host.CallAsync("GET", $"conversations/{talk.Conversation}/activities?watermark={watermark}", talk.Token);
        var (reconnected, _) = await host.CallAsync("GET", $"conversations/{talk.Conversation}?watermark={watermark}", talk.Token);

        Assert.Equal((expected, expected), (polled, reconnected));
    }

    [Theory]
    [InlineData("", "BadArgument")]
    [InlineData("null", "BadArgument")]
    [InlineData("[]", "BadArgument")]
    [InlineData("{", "BadArgument")]
    [InlineData("""{"text":"hej"}""", "MissingProperty")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[{"id":"x"}]}""", "BadArgument")]
    [InlineData("""{"type":"message","text":"a","text":"b"}""", "BadArgument")]
    [InlineData("""{"type":"message","attachments":[{"contentUrl":"http://127.0.0.1/"}]}""", "BadArgument")]
    public async Task Activity_ThatIsNone_IsRefused(string body, string code)
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync("anna");

        var (status, answer) = await host.CallAsync("POST", $"conversations/{talk.Conversation}/activities", talk.Token, body);

        Assert.Equal((HttpStatusCode.BadRequest, code), (status, answer.GetProperty("error").GetProperty("code").GetString()));
        Assert.Single(await host.HeardAsync(talk));
    }

    [Theory]
    [InlineData(64 * 1024, false, HttpStatusCode.OK)]
    [InlineData(64 * 1024 + 1, false, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(64 * 1024 + 1, true, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Activity_OfAnySize_IsTakenTo64KiB(int bytes, bool isChunked, HttpStatusCode expected)
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync("anna");
        const string Frame = """{"type":"event","name":""}""";
        var body = Frame.Insert(Frame.Length - 2, new string('x', bytes - Frame.Length));
        HttpContent content = isChunked
            ? new StreamContent(new ForwardOnlyStream(System.Text.Encoding.UTF8.GetBytes(body)))
            : new StringContent(body);

        var (status, _) = await host.CallAsync("POST", $"conversations/{talk.Conversation}/activities", talk.Token, content);

        Assert.Equal(expected, status);
    }

    [Fact]
    public async Task Typing_IsTakenAndNotKept()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync("anna");
        host.Bot.On["think"] = (turn, ct) => turn.SendActivityAsync(new Activity { Type = ActivityTypes.Typing }, ct);

        var (status, _) = await host.CallAsync(
            "POST",
            $"conversations/{talk.Conversation}/activities",
            talk.Token,
            new { type = "typing" }
        );
        await host.SayAsync(talk, "think");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["anna: think"], (await host.HeardAsync(talk)).Skip(1));
    }

    [Theory]
    [InlineData("POST", "conversations", null)]
    [InlineData("GET", "conversations/{0}", null)]
    [InlineData("GET", "conversations/{0}/activities", null)]
    [InlineData("POST", "conversations/{0}/activities", """{"type":"message","text":"hej"}""")]
    public async Task Conversation_ThatTheStoreForgot_Is404(string method, string path, string? body)
    {
        await using var host = await DirectLineHost.StartAsync();
        await using var forgetful = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync("anna");

        var (status, answer) = await forgetful.CallAsync(method, string.Format(null, path, talk.Conversation), talk.Token, body);

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal("ConversationNotFound", answer.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Talk_OverARestart_GoesOn()
    {
        var store = new InMemoryDirectLineStore();
        (string Conversation, string Token) talk;
        await using (var before = await DirectLineHost.StartAsync(store: store))
        {
            talk = await before.StartTalkAsync("anna");
            await before.SayAsync(talk, "hej");
        }

        await using var after = await DirectLineHost.StartAsync(store: store);
        await after.SayAsync(talk, "igen");

        Assert.Equal(
            ["bot: Welcome, Name of anna (sv-SE).", "anna: hej", "bot: You said: hej", "anna: igen", "bot: You said: igen"],
            await after.HeardAsync(talk)
        );
    }
}
