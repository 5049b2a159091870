namespace Campus.Clock;

/// <summary>How the clock stands.</summary>
/// <param name="Now">What it shows.</param>
/// <param name="Settled">Whether nothing due was left when it was last moved, and nobody is moving it.</param>
public sealed record ClockReading(DateTimeOffset Now, bool Settled);
