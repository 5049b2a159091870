namespace RecordingBot.Recordings;

/// <summary>A hold: our id of its owner, why, and when it is looked at again.</summary>
public sealed record HoldView(Guid By, string Reason, DateOnly? ReviewOn);
