namespace BotConnector.Activities;

/// <summary>What is needed to say something in a conversation later. Store it as its JSON (<see cref="ActivityJson"/>).</summary>
public sealed record ConversationReference
{
    public string? ActivityId { get; init; }

    public ChannelAccount? User { get; init; }

    public ChannelAccount? Bot { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public string? ChannelId { get; init; }

    public string? Locale { get; init; }

    public string? ServiceUrl { get; init; }
}
