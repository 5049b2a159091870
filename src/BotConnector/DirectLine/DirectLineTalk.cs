using System.Text.Json;
using BotConnector.Activities;

namespace BotConnector.DirectLine;

/// <summary>
/// A person's conversation for the host's own pages, and for channels that it brings itself: the same log and the same turns, without a Direct Line
/// client between. What the bot answers bears the name of the channel on which the person spoke.
/// </summary>
public sealed class DirectLineTalk
{
    private readonly DirectLineTurns turns;
    private readonly IDirectLineStore store;

    internal DirectLineTalk(DirectLineTurns turns, IDirectLineStore store) => (this.turns, this.store) = (turns, store);

    /// <summary>Tells the bot, once, that the person is there.</summary>
    /// <param name="user">Who.</param>
    /// <param name="locale">Their language; null where unknown.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <param name="channelId">The channel on which they are.</param>
    public async Task OpenAsync(DirectLineUser user, string? locale, CancellationToken ct, string channelId = DirectLineChannel.Id) =>
        await turns.OpenAsync(await TicketAsync(user, channelId, ct), locale);

    /// <summary>Says something to the bot, and waits for its turn.</summary>
    /// <param name="user">Who speaks.</param>
    /// <param name="text">What they say.</param>
    /// <param name="key">Names what is said: sent again with the same key (a form sent twice), it is said once. At most 200 characters.</param>
    /// <param name="ct">Ends the wait for the conversation; the turn goes to its end.</param>
    public Task SayAsync(DirectLineUser user, string text, string key, CancellationToken ct) =>
        SayAsync(user, Activity.Message(text) with { ChannelId = DirectLineChannel.Id }, key, ct);

    /// <summary>Says something to the bot on another channel, a card's answer perhaps; otherwise as above.</summary>
    /// <param name="user">Who speaks.</param>
    /// <param name="said">What they say, with the channel's name.</param>
    /// <param name="key">As above.</param>
    /// <param name="ct">As above.</param>
    public async Task SayAsync(DirectLineUser user, Activity said, string key, CancellationToken ct)
    {
        var data = JsonSerializer.SerializeToElement(new { clientActivityID = key }, ActivityJson.Options);
        var ticket = await TicketAsync(user, said.ChannelId ?? DirectLineChannel.Id, ct);
        await turns.TakeAsync(ticket, new(said with { ChannelData = data }, Refusal: null));
    }

    /// <summary>The latest of the conversation's log, oldest first.</summary>
    /// <param name="user">Whose conversation.</param>
    /// <param name="most">At most so many, 1 or more.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<IReadOnlyList<StoredActivity>> ReadLastAsync(DirectLineUser user, int most, CancellationToken ct) =>
        await store.ReadLastAsync((await store.ConversationOfAsync(user.Id, ct)).Id, most, ct);

    private async Task<DirectLineTicket> TicketAsync(DirectLineUser user, string channelId, CancellationToken ct) =>
        new((await store.ConversationOfAsync(user.Id, ct)).Id, user, DateTimeOffset.MaxValue, DateTimeOffset.MaxValue)
        {
            ChannelId = channelId,
        };
}
