using BotConnector.Activities;
using BotConnector.Turns;

namespace BotConnector.Tests.Turns;

public class ActivityHandlerTests
{
    [Theory]
    [InlineData("message", "message")]
    [InlineData("event", "event")]
    [InlineData("endOfConversation", "end")]
    [InlineData("installationUpdate", "other")]
    [InlineData(null, "other")]
    public async Task Turn_OfEachType_GoesToItsMethod(string? type, string called)
    {
        var bot = new Listener();

        await bot.OnTurnAsync(Turn(new Activity { Type = type }), TestContext.Current.CancellationToken);

        Assert.Equal([called], bot.Called);
    }

    [Fact]
    public async Task ConversationUpdate_WithTheBotAmongTheMembers_NamesOnlyTheOthers()
    {
        var bot = new Listener();
        var update = new Activity
        {
            Type = ActivityTypes.ConversationUpdate,
            Recipient = new() { Id = "bot" },
            MembersAdded = [new() { Id = "bot" }, new() { Id = "anna" }],
            MembersRemoved = [new() { Id = "bot" }],
        };

        await bot.OnTurnAsync(Turn(update), TestContext.Current.CancellationToken);

        Assert.Equal(["added anna"], bot.Called);
    }

    [Fact]
    public async Task Reply_OfAnyKind_GoesBackTheWayItCame()
    {
        List<Activity> sent = [];
        var turn = new TurnContext(
            new Activity
            {
                Id = "1",
                ChannelId = "directline",
                From = new() { Id = "anna" },
                Recipient = new() { Id = "bot" },
                Conversation = new() { Id = "c" },
            },
            (activity, _) =>
            {
                sent.Add(activity);
                return Task.FromResult(new ResourceResponse("2"));
            }
        );
        Assert.False(turn.Responded);

        var answer = await turn.SendActivityAsync("hej", TestContext.Current.CancellationToken);

        Assert.Equal("2", answer.Id);
        Assert.True(turn.Responded);
        var reply = Assert.Single(sent);
        Assert.Equal(("message", "hej", "1"), (reply.Type, reply.Text, reply.ReplyToId));
        Assert.Equal(("bot", "anna", "c"), (reply.From?.Id, reply.Recipient?.Id, reply.Conversation?.Id));
    }

    private static TurnContext Turn(Activity activity) => new(activity, (_, _) => Task.FromResult(new ResourceResponse("1")));

    private sealed class Listener : ActivityHandler
    {
        public List<string> Called { get; } = [];

        public override Task OnTurnErrorAsync(ITurnContext turn, Exception exception, CancellationToken ct) => Note("error");

        protected override Task OnMessageActivityAsync(ITurnContext turn, CancellationToken ct) => Note("message");

        protected override Task OnEventActivityAsync(ITurnContext turn, CancellationToken ct) => Note("event");

        protected override Task OnEndOfConversationActivityAsync(ITurnContext turn, CancellationToken ct) => Note("end");

        protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turn, CancellationToken ct) => Note("other");

        protected override Task OnMembersAddedAsync(IReadOnlyList<ChannelAccount> membersAdded, ITurnContext turn, CancellationToken ct) =>
            Note($"added {string.Join(",", membersAdded.Select(m => m.Id))}");

        protected override Task OnMembersRemovedAsync(
            IReadOnlyList<ChannelAccount> membersRemoved,
            ITurnContext turn,
            CancellationToken ct
        ) => Note("removed");

        private Task Note(string what)
        {
            Called.Add(what);
            return Task.CompletedTask;
        }
    }
}
