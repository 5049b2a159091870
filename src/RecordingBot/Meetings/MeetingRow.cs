using RecordingPolicy.Expiry;

namespace RecordingBot.Meetings;

/// <summary>One instance of a meeting (Zoom's <c>uuid</c>), or a scheduled one that has not begun.</summary>
public sealed class MeetingRow
{
    public Guid Id { get; init; }

    /// <summary><c>zoom</c>, <c>teams</c> or <c>other</c>.</summary>
    public required string Platform { get; init; }

    public long? ZoomId { get; init; }

    /// <summary>The instance; of a scheduled meeting the one that Zoom announced, until it starts.</summary>
    public string? ZoomUuid { get; set; }

    public string? HostId { get; set; }

    /// <summary>The host, where the account is linked to a person.</summary>
    public Guid? HostPersonId { get; set; }

    public required string Topic { get; set; }
    public DateTimeOffset StartsAt { get; set; }
    public DateTimeOffset EndsAt { get; set; }
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public DateTimeOffset? CancelledAt { get; set; }

    /// <summary>The Canvas course it belongs to, where the meeting says so or the teacher has.</summary>
    public string? CourseId { get; set; }

    /// <summary>The meeting's chat in Zoom.</summary>
    public string? ChatChannelId { get; set; }

    /// <summary>The decision that stands.</summary>
    public Guid? DecisionId { get; set; }

    /// <summary><c>none</c>, <c>given</c> or <c>taken</c>.</summary>
    public string Right { get; set; } = RecordingRight.None;

    public DateTimeOffset? RightChangedAt { get; set; }

    /// <summary>When the right was given first: nobody was recorded before.</summary>
    public DateTimeOffset? RightFirstGivenAt { get; set; }

    /// <summary>What the host was told last about the participants' consents, and when; null before anything was.</summary>
    public HostTold? HostTold { get; set; }

    public DateTimeOffset? HostToldAt { get; set; }

    /// <summary>When the latest person came who has not had the notice.</summary>
    public DateTimeOffset? LateJoinerSince { get; set; }

    /// <summary>When its host was last asked to confirm it as one of a series.</summary>
    public DateTimeOffset? ConfirmAskedAt { get; set; }

    /// <summary>Time of the newest event applied: an older one moves nothing back (I12).</summary>
    public DateTimeOffset? LastEventAt { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the personal data that the product had of it ended (<c>retention.own-records</c>); null before.</summary>
    public DateTimeOffset? RecordsEndedAt { get; set; }
}
