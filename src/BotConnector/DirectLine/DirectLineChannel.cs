using BotConnector.Activities;

namespace BotConnector.DirectLine;

/// <summary>The bot's way to people on the built-in web chat. A message is delivered once it is in the conversation's log.</summary>
public sealed class DirectLineChannel
{
    private readonly IDirectLineStore store;
    private readonly ConversationStreams streams;
    private readonly DirectLineOptions options;
    private readonly TimeProvider clock;

    internal DirectLineChannel(IDirectLineStore store, ConversationStreams streams, DirectLineOptions options, TimeProvider clock) =>
        (this.store, this.streams, this.options, this.clock) = (store, streams, options, clock);

    /// <summary>The channel's name in activities.</summary>
    public const string Id = "directline";

    /// <summary>The bot's account on this channel.</summary>
    public ChannelAccount Bot =>
        new()
        {
            Id = options.BotId,
            Name = options.BotName,
            Role = "bot",
        };

    /// <summary>Says something to a person without being asked; their conversation is made if there is none.</summary>
    /// <param name="userId">As <see cref="DirectLineUser.Id"/>.</param>
    /// <param name="activity">What to say.</param>
    /// <param name="key">Names this message for this person: sent again with the same key, it is said once. Null: no such check.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<ResourceResponse> SendAsync(string userId, Activity activity, string? key, CancellationToken ct)
    {
        var conversation = await store.ConversationOfAsync(userId, ct);
        var addressed = activity with
        {
            Type = activity.Type ?? ActivityTypes.Message,
            ChannelId = Id,
            From = Bot,
            Recipient = new ChannelAccount { Id = userId, Role = "user" },
            Conversation = new ConversationAccount { Id = conversation.Id },
        };
        return await KeepAsync(conversation.Id, addressed, key is null ? null : $"bot:{key}", ct);
    }

    /// <summary>Says something to a person without being asked.</summary>
    public Task<ResourceResponse> SendAsync(string userId, Activity activity, CancellationToken ct) =>
        SendAsync(userId, activity, key: null, ct);

    /// <summary>Adds what the bot says to the log. Typing is for open windows; a log of it helps nobody.</summary>
    internal async Task<ResourceResponse> KeepAsync(string conversationId, Activity activity, string? key, CancellationToken ct)
    {
        var said = activity with { Timestamp = clock.GetUtcNow() };
        if (activity.Type == ActivityTypes.Typing)
        {
            var passing = said with { Id = Guid.NewGuid().ToString("N") };
            streams.Show(conversationId, passing);
            return new ResourceResponse(passing.Id);
        }
        var line = await store.AppendAsync(conversationId, said, key, isHandled: true, ct);
        streams.Ring(conversationId);
        return new ResourceResponse(line.Activity.Id!);
    }
}
