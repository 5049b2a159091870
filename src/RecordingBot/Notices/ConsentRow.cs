using RecordingPolicy.Notices;

namespace RecordingBot.Notices;

/// <summary>
/// One answer to a notice that asks for consent, as it was given (<c>consent.kept</c>). Answers are added and never rewritten; the one that stands is
/// the one that no later answer has replaced.
/// </summary>
public sealed class ConsentRow
{
    public Guid Id { get; init; }
    public Guid MeetingId { get; init; }

    /// <summary>The version that was shown.</summary>
    public Guid NoticeId { get; init; }

    /// <summary>SHA-256 of that version's exact text (I6).</summary>
    public required string NoticeSha256 { get; init; }

    /// <summary><see cref="NoticeRow.Scope"/> of that version: the answer holds for this, and for nothing else (<c>consent.specific</c>).</summary>
    public required string Scope { get; init; }

    public ConsentKind Kind { get; init; }

    /// <summary>Yes or no.</summary>
    public bool Given { get; init; }

    /// <summary>A no that took back a yes.</summary>
    public bool IsWithdrawal { get; init; }

    /// <summary>The words that were answered, in the language in which they stood there.</summary>
    public required string Wording { get; init; }

    public required string Language { get; init; }

    /// <summary><c>notice-page</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>Keyed hash of the meeting and the name in it: the same as <see cref="Meetings.AttendanceRow.Name"/>.</summary>
    public required string Participant { get; init; }

    /// <summary>Keyed hash of the meeting and the browser's cookie.</summary>
    public required string Browser { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>When a later answer took its place.</summary>
    public DateTimeOffset? ReplacedAt { get; set; }

    /// <summary>When a consent was withdrawn.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>When the recorder confirmed that this person's part is removed from the recording.</summary>
    public DateTimeOffset? SettledAt { get; set; }
}
