namespace RecordingPolicy.Expiry;

/// <summary>When a recording ends, and why.</summary>
/// <param name="At">The instant; null while there is none.</param>
/// <param name="Reason">Why that instant, or why none.</param>
public sealed record Ending(DateTimeOffset? At, EndReason Reason);
