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

    /// <summary>When the first recording in Zoom's cloud began that was told of.</summary>
    public DateTimeOffset? CloudStartedAt { get; set; }

    /// <summary>When the host was asked to paste the notice once more, for late joiners.</summary>
    public DateTimeOffset? PasteAskedAgainAt { get; set; }

    /// <summary>What the host's settings make Zoom itself tell, as last seen before the meeting ended; null where it isn't known.</summary>
    public DisclaimerSetting? Disclaimer { get; set; }

    public DateTimeOffset? DisclaimerCheckedAt { get; set; }

    /// <summary>When those settings are looked at next; null before the first look.</summary>
    public DateTimeOffset? DisclaimerDueAt { get; set; }

    /// <summary>When its host was last asked to confirm it as one of a series.</summary>
    public DateTimeOffset? ConfirmAskedAt { get; set; }

    /// <summary>Time of the newest event applied: an older one moves nothing back (I12).</summary>
    public DateTimeOffset? LastEventAt { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the personal data that the product had of it ended (<c>retention.own-records</c>); null before.</summary>
    public DateTimeOffset? RecordsEndedAt { get; set; }

    /// <summary>Whom the notice reached, in figures (JSON of a <see cref="CoverageView"/>), once who was there is erased; null before.</summary>
    public string? Coverage { get; set; }

    /// <summary>The first moment at which the meeting can have been recorded; null while there is none.</summary>
    public DateTimeOffset? RecordableFrom()
    {
        DateTimeOffset? local = RightFirstGivenAt is { } given && StartedAt is { } started ? (given > started ? given : started) : null;
        return local is null || CloudStartedAt < local ? CloudStartedAt ?? local : local;
    }
}
