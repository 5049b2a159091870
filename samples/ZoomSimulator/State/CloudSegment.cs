namespace ZoomSimulator.State;

/// <summary>A stretch of a session that was recorded to the cloud.</summary>
internal sealed record CloudSegment(DateTimeOffset Start, DateTimeOffset End);
