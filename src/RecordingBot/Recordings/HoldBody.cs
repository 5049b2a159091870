namespace RecordingBot.Recordings;

/// <summary>A hold: why, the day on which it is looked at again, and what it is for (<c>case</c>, <c>dispute</c>, <c>public-document</c>).</summary>
public sealed record HoldBody(string? Reason, string? ReviewOn, string? Kind);
