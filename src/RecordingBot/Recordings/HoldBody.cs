namespace RecordingBot.Recordings;

/// <summary>A hold: why, and the day on which it is looked at again.</summary>
public sealed record HoldBody(string? Reason, string? ReviewOn);
