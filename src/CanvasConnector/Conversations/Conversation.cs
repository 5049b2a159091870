namespace CanvasConnector.Conversations;

/// <summary>A message thread in Canvas's inbox (Conversations API).</summary>
public sealed record Conversation
{
    public required CanvasId<Conversation> Id { get; init; }
}
