namespace RecordingPolicy.Expiry;

/// <summary>A warning that was sent.</summary>
/// <param name="EndsAt">The end it told of: a warning of another end counts for nothing.</param>
/// <param name="Before">The pack's moment it belongs to, as time before that end; zero for the telling after an unannounced close.</param>
/// <param name="AcceptedAt">When everyone concerned had been reached; null while somebody hasn't.</param>
public sealed record WarningGiven(DateTimeOffset EndsAt, TimeSpan Before, DateTimeOffset? AcceptedAt)
{
    /// <summary>When somebody was last reached by it; null while nobody has been.</summary>
    public DateTimeOffset? ReachedAt { get; init; } = AcceptedAt;
}
