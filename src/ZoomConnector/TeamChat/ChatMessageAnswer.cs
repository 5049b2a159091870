namespace ZoomConnector.TeamChat;

/// <summary>What Zoom answers to a message.</summary>
internal sealed record ChatMessageAnswer
{
    public required string Id { get; init; }
}
