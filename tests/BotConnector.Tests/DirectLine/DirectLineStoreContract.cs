using BotConnector.Activities;
using BotConnector.DirectLine;

namespace BotConnector.Tests.DirectLine;

/// <summary>What every <see cref="IDirectLineStore"/> promises; the host's store inherits these tests too.</summary>
public abstract class DirectLineStoreContract
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>An empty store. Called once for each test.</summary>
    protected abstract Task<IDirectLineStore> CreateAsync();

    [Fact]
    public async Task ConversationOf_TheSamePerson_IsAlwaysTheSame()
    {
        var store = await CreateAsync();

        var first = await store.ConversationOfAsync("anna", Ct);
        var again = await store.ConversationOfAsync("anna", Ct);
        var other = await store.ConversationOfAsync("Anna", Ct);

        Assert.Equal(first, again);
        Assert.NotEqual(first.Id, other.Id);
        Assert.Equal(("anna", false), (first.UserId, first.IsOpen));
    }

    [Fact]
    public async Task ConversationOf_AskedAtTheSameTime_IsOne()
    {
        var store = await CreateAsync();

        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => store.ConversationOfAsync("anna", Ct), Ct)));

        Assert.Single(all.Select(c => c.Id).Distinct());
    }

    [Fact]
    public async Task Find_AnUnknownId_IsNull()
    {
        var store = await CreateAsync();
        var known = await store.ConversationOfAsync("anna", Ct);

        Assert.Null(await store.FindAsync("nowhere", Ct));
        Assert.Equal(known, await store.FindAsync(known.Id, Ct));
    }

    [Fact]
    public async Task Open_OnceOrTwice_IsRemembered()
    {
        var store = await CreateAsync();
        var conversation = await store.ConversationOfAsync("anna", Ct);

        await store.OpenAsync(conversation.Id, Ct);
        await store.OpenAsync(conversation.Id, Ct);

        Assert.True((await store.FindAsync(conversation.Id, Ct))?.IsOpen);
        Assert.True((await store.ConversationOfAsync("anna", Ct)).IsOpen);
    }

    [Fact]
    public async Task Append_InEachConversation_CountsFromOneAndGivesIds()
    {
        var store = await CreateAsync();
        var anna = await store.ConversationOfAsync("anna", Ct);
        var bo = await store.ConversationOfAsync("bo", Ct);

        var first = await store.AppendAsync(anna.Id, Activity.Message("1"), key: null, isHandled: true, Ct);
        var second = await store.AppendAsync(anna.Id, Activity.Message("2"), key: null, isHandled: true, Ct);
        var elsewhere = await store.AppendAsync(bo.Id, Activity.Message("3"), key: null, isHandled: true, Ct);

        Assert.Equal((1, 2, 1), (first.Sequence, second.Sequence, elsewhere.Sequence));
        Assert.Equal(3, new[] { first, second, elsewhere }.Select(line => line.Activity.Id).OfType<string>().Distinct().Count());
    }

    [Fact]
    public async Task Append_WithAKeyAgain_AnswersWhatIsThere()
    {
        var store = await CreateAsync();
        var anna = await store.ConversationOfAsync("anna", Ct);
        var bo = await store.ConversationOfAsync("bo", Ct);

        var first = await store.AppendAsync(anna.Id, Activity.Message("1"), "user:k", isHandled: false, Ct);
        await store.MarkHandledAsync(anna.Id, first.Sequence, Ct);
        var again = await store.AppendAsync(anna.Id, Activity.Message("other"), "user:k", isHandled: false, Ct);
        var elsewhere = await store.AppendAsync(bo.Id, Activity.Message("1"), "user:k", isHandled: false, Ct);

        Assert.Equal((first.Sequence, first.Activity.Id, "1"), (again.Sequence, again.Activity.Id, again.Activity.Text));
        Assert.False(first.IsHandled);
        Assert.True(again.IsHandled);
        Assert.False(elsewhere.IsHandled);
        Assert.Single(await store.ReadAfterAsync(anna.Id, 0, 10, Ct));
    }

    [Fact]
    public async Task Append_AtTheSameTime_LeavesNoGapAndNoDouble()
    {
        var store = await CreateAsync();
        var anna = await store.ConversationOfAsync("anna", Ct);

        await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(n =>
                    Task.Run(() => store.AppendAsync(anna.Id, Activity.Message($"{n}"), $"user:{n % 10}", isHandled: true, Ct), Ct)
                )
        );

        var lines = await store.ReadAfterAsync(anna.Id, 0, 100, Ct);
        Assert.Equal(Enumerable.Range(1, 10).Select(n => (long)n), lines.Select(line => line.Sequence));
    }

    [Fact]
    public async Task ReadAfter_AnyPlace_GivesWhatFollowsInOrder()
    {
        var store = await CreateAsync();
        var anna = await store.ConversationOfAsync("anna", Ct);
        for (var n = 1; n <= 5; n++)
            await store.AppendAsync(anna.Id, Activity.Message($"{n}"), key: null, isHandled: true, Ct);

        Assert.Equal(["1", "2"], await TextsAsync(0, 2));
        Assert.Equal(["3", "4", "5"], await TextsAsync(2, 100));
        Assert.Empty(await TextsAsync(5, 100));
        Assert.Empty(await TextsAsync(long.MaxValue, 100));

        async Task<IEnumerable<string?>> TextsAsync(long after, int limit) =>
            (await store.ReadAfterAsync(anna.Id, after, limit, Ct)).Select(line => line.Activity.Text);
    }

    [Fact]
    public async Task Activity_KeptAndRead_IsWhole()
    {
        var store = await CreateAsync();
        var anna = await store.ConversationOfAsync("anna", Ct);
        var said = Activity.Message("Spela in föreläsningen") with
        {
            Timestamp = new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero),
            From = new() { Id = "anna", Name = "" },
            Attachments = [Attachment.AdaptiveCard(new { type = "AdaptiveCard" })],
            Value = System.Text.Json.JsonSerializer.SerializeToElement(new { plan = 7 }),
        };

        var kept = await store.AppendAsync(anna.Id, said, key: null, isHandled: true, Ct);
        var read = Assert.Single(await store.ReadAfterAsync(anna.Id, 0, 1, Ct));

        Assert.Equal(Wire(said with { Id = kept.Activity.Id }), Wire(read.Activity));

        static string Wire(Activity activity) => System.Text.Json.JsonSerializer.Serialize(activity, ActivityJson.Options);
    }

    [Fact]
    public async Task ReadLast_OfALongLog_GivesTheNewestInOrder()
    {
        var store = await CreateAsync();
        var anna = await store.ConversationOfAsync("anna", Ct);
        Assert.Empty(await store.ReadLastAsync(anna.Id, 3, Ct));
        foreach (var number in Enumerable.Range(1, 5))
            await store.AppendAsync(anna.Id, Activity.Message($"{number}"), key: null, isHandled: true, Ct);

        Assert.Equal(["3", "4", "5"], (await store.ReadLastAsync(anna.Id, 3, Ct)).Select(line => line.Activity.Text));
        Assert.Equal(5, (await store.ReadLastAsync(anna.Id, 9, Ct)).Count);
    }
}
