namespace RecordingBot.Meetings;

/// <summary>Something that should not have happened in a meeting.</summary>
public sealed record IncidentView(Guid Id, string Kind, DateTimeOffset At, DateTimeOffset? ClosedAt, string? Reason);
