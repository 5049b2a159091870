namespace BotConnector.DirectLine;

/// <summary>What a token says: this person, in this conversation, until then.</summary>
/// <param name="ConversationId">The conversation it is good for.</param>
/// <param name="User">Who talks.</param>
/// <param name="ExpiresAt">The first moment at which it is good no more.</param>
/// <param name="EndsAt">Until then it can be renewed; afterwards the person is asked for anew.</param>
internal sealed record DirectLineTicket(string ConversationId, DirectLineUser User, DateTimeOffset ExpiresAt, DateTimeOffset EndsAt)
{
    /// <summary>The channel over which they talk here; another where the host takes them from one of its own.</summary>
    public string ChannelId { get; init; } = DirectLineChannel.Id;
}
