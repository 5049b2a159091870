namespace CanvasConnector;

/// <summary>What Canvas's clock showed in an answer (its <c>Date</c>, whole seconds), held against ours.</summary>
/// <param name="Shown">What Canvas's clock showed.</param>
/// <param name="SeenAt">What ours showed when the answer came.</param>
public sealed record ServerTime(DateTimeOffset Shown, DateTimeOffset SeenAt)
{
    /// <summary>How far ours is ahead of Canvas's; negative when it is behind. The answer's way is in it.</summary>
    public TimeSpan Difference => SeenAt - Shown;
}
