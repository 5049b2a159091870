namespace RecordingBot.Recordings;

/// <summary>A warning of the end.</summary>
public sealed record WarningView(DateTimeOffset At, DateTimeOffset? AcceptedAt);
