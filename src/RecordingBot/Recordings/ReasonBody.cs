namespace RecordingBot.Recordings;

/// <summary>Why something is done.</summary>
public sealed record ReasonBody(string? Reason);
