namespace RecordingBot.Recordings;

/// <summary>A hold: our id of its owner, why, when it is looked at again, and what it is for (null where nobody said).</summary>
public sealed record HoldView(Guid By, string Reason, DateOnly? ReviewOn, string? Kind = null);
