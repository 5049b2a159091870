namespace RecordingBot.Notices;

/// <summary>An announcement in the course that a lecture is going to be recorded, where the teacher wants one.</summary>
public sealed class AnnouncementRow
{
    public Guid MeetingId { get; init; }

    /// <summary>Canvas's id of the course that it is posted in.</summary>
    public required string CourseId { get; set; }

    /// <summary>The teacher wants it.</summary>
    public bool Wanted { get; set; }

    /// <summary>Canvas's id of what is posted; null while nothing is.</summary>
    public string? CanvasId { get; set; }

    /// <summary>When a call that may have posted it began; from then on it is looked for before it is posted again.</summary>
    public DateTimeOffset? PostingAt { get; set; }

    public DateTimeOffset? PostedAt { get; set; }
    public DateTimeOffset? TakenAt { get; set; }
}
