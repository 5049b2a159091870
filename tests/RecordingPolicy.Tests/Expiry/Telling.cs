namespace RecordingPolicy.Tests.Expiry;

/// <summary>A message about an end that went out in the simulated world.</summary>
/// <param name="At">When.</param>
/// <param name="End">Of which end.</param>
/// <param name="Everyone">Whether it reached everyone, and not only some.</param>
internal sealed record Telling(DateTimeOffset At, DateTimeOffset End, bool Everyone);
