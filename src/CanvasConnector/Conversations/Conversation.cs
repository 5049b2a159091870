using System.Collections.Immutable;
using CanvasConnector.Http;
using CanvasConnector.Users;

namespace CanvasConnector.Conversations;

/// <summary>A message thread in Canvas's inbox (Conversations API).</summary>
public sealed record Conversation : IIdentified<Conversation>
{
    public required CanvasId<Conversation> Id { get; init; }

    public string? Subject { get; init; }

    /// <summary>Those who take part, without the caller; empty where Canvas does not say.</summary>
    public ImmutableArray<CanvasId<CanvasUser>> Audience { get; init; } = [];
}
