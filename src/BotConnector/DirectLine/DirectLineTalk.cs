using System.Text.Json;
using BotConnector.Activities;

namespace BotConnector.DirectLine;

/// <summary>A person's conversation for the host's own pages: the same log and the same turns, without a Direct Line client between.</summary>
public sealed class DirectLineTalk
{
    private readonly DirectLineTurns turns;
    private readonly IDirectLineStore store;

    internal DirectLineTalk(DirectLineTurns turns, IDirectLineStore store) => (this.turns, this.store) = (turns, store);

    /// <summary>Tells the bot, once, that the person is there.</summary>
    /// <param name="user">Who.</param>
    /// <param name="locale">Their language; null where unknown.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task OpenAsync(DirectLineUser user, string? locale, CancellationToken ct) =>
        await turns.OpenAsync(await TicketAsync(user, ct), locale);

    /// <summary>Says something to the bot, and waits for its turn.</summary>
    /// <param name="user">Who speaks.</param>
    /// <param name="text">What they say.</param>
    /// <param name="key">Names what is said: sent again with the same key (a form sent twice), it is said once. At most 200 characters.</param>
    /// <param name="ct">Ends the wait for the conversation; the turn goes to its end.</param>
    public async Task SayAsync(DirectLineUser user, string text, string key, CancellationToken ct)
    {
        var data = JsonSerializer.SerializeToElement(new { clientActivityID = key }, ActivityJson.Options);
        await turns.TakeAsync(await TicketAsync(user, ct), new(Activity.Message(text) with { ChannelData = data }, Refusal: null));
    }

    /// <summary>The latest of the conversation's log, oldest first.</summary>
    /// <param name="user">Whose conversation.</param>
    /// <param name="most">At most so many, 1 or more.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<IReadOnlyList<StoredActivity>> ReadLastAsync(DirectLineUser user, int most, CancellationToken ct) =>
        await store.ReadLastAsync((await store.ConversationOfAsync(user.Id, ct)).Id, most, ct);

    private async Task<DirectLineTicket> TicketAsync(DirectLineUser user, CancellationToken ct) =>
        new((await store.ConversationOfAsync(user.Id, ct)).Id, user, DateTimeOffset.MaxValue, DateTimeOffset.MaxValue);
}
