namespace RecordingBot.Meetings;

/// <summary>Somebody's presence in a meeting, under a pseudonym that holds within that meeting only.</summary>
public sealed class AttendanceRow
{
    public Guid Id { get; init; }
    public Guid MeetingId { get; init; }

    /// <summary>Keyed hash of the meeting and what Zoom calls the person.</summary>
    public required string Participant { get; init; }

    /// <summary>Keyed hash of the meeting and the name shown in it; null where Zoom tells none.</summary>
    public string? Name { get; set; }

    /// <summary>The host, who needs to consent to nothing: the recording is theirs.</summary>
    public bool IsHost { get; set; }

    /// <summary>By telephone: hears what is said, and reads no chat.</summary>
    public bool ByPhone { get; set; }

    public DateTimeOffset JoinedAt { get; init; }
    public DateTimeOffset? LeftAt { get; set; }

    /// <summary>When the notice was posted while they were there.</summary>
    public DateTimeOffset? ReachedAt { get; set; }

    /// <summary>By what (<see cref="Notices.NoticeChannel"/>); null where it has not been, or where that was not written down yet.</summary>
    public string? ReachedBy { get; set; }
}
