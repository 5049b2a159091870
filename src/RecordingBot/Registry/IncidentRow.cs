namespace RecordingBot.Registry;

/// <summary>Something that should not have happened: it has a reason, an owner and an end.</summary>
public sealed class IncidentRow
{
    public Guid Id { get; init; }
    public Guid? MeetingId { get; init; }
    public Guid? RecordingId { get; set; }

    /// <summary><c>notice-not-posted</c>, <c>recorded-without-decision</c>, <c>cloud-recording</c>, <c>file-not-moved</c>.</summary>
    public required string Kind { get; init; }

    public DateTimeOffset At { get; init; }
    public Guid? OwnerId { get; init; }
    public DateTimeOffset? ClosedAt { get; set; }
    public string? Reason { get; set; }
}
