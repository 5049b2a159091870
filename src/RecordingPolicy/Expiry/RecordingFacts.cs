using System.Collections.Immutable;

namespace RecordingPolicy.Expiry;

/// <summary>Everything that <see cref="NextStep"/> looks at, as one moment's truth. Facts go in; nothing is read from anywhere else.</summary>
public sealed record RecordingFacts
{
    /// <summary>Where the recording is in its life.</summary>
    public required RecordingState State { get; init; }

    /// <summary>It was there before governance began, and nobody has taken it in: it is listed, and nothing else.</summary>
    public bool IsInventory { get; init; }

    /// <summary>An approved decision stands for its meeting.</summary>
    public bool Approved { get; init; }

    /// <summary>Every condition before <c>recording-start</c> but the notice is met (consents, where they are the basis).</summary>
    public bool StartConditionsMet { get; init; } = true;

    /// <summary>Scheduled start of the meeting.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>Scheduled end of the meeting.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>When the meeting really began; null before.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the meeting really ended; null before.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The meeting was cancelled in Zoom.</summary>
    public bool Cancelled { get; init; }

    /// <summary>When the notice of the standing decision was published.</summary>
    public DateTimeOffset? NoticePublishedAt { get; init; }

    /// <summary>When it was last posted in the meeting's chat, by us or by the host.</summary>
    public DateTimeOffset? NoticePostedAt { get; init; }

    /// <summary>How often a notice has been posted in this meeting.</summary>
    public int NoticePosts { get; init; }

    /// <summary>The host pasted it, where we can't write in the meeting's chat.</summary>
    public bool NoticePasted { get; init; }

    /// <summary>The host was asked to paste it once more for late joiners.</summary>
    public bool PasteAskedAgain { get; init; }

    /// <summary>When the first of those joined who are in the meeting, can read its chat and have not had it; null when all have.</summary>
    public DateTimeOffset? LateJoinerSince { get; init; }

    /// <summary>The latest moment at which recording is known to have begun, or to have become possible in the running meeting; null before.</summary>
    public DateTimeOffset? RecordingBeganAt { get; init; }

    /// <summary>What the notice that stands says is no longer so: the decision is another, or the course's end has moved.</summary>
    public bool NoticeOutdated { get; init; }

    /// <summary>People were told by an earlier version of the notice, and have not been told of this one.</summary>
    public bool NoticeChangeUntold { get; init; }

    /// <summary>What is to be done about the announcement in the course.</summary>
    public AnnouncementDue Announcement { get; init; }

    /// <summary>The course admins have not been told yet that the course has recordings.</summary>
    public bool AdminsUntold { get; init; }

    /// <summary>Recording rests on the participants' consent (<c>consent.written-before</c>).</summary>
    public bool ConsentAsked { get; init; }

    /// <summary>Somebody who is in the meeting now has not consented.</summary>
    public bool ConsentMissing { get; init; }

    /// <summary>Somebody who is in the meeting now has withdrawn their consent.</summary>
    public bool ConsentWithdrawn { get; init; }

    /// <summary>What the host was told last about the consents; null before anything was.</summary>
    public HostTold? HostTold { get; init; }

    /// <summary>The host has the right to record, given for this recording.</summary>
    public bool RightGiven { get; init; }

    /// <summary>The teacher wants it in the course.</summary>
    public bool PublicationWanted { get; init; }

    /// <summary>Every condition before <c>publication</c> is met.</summary>
    public bool PublicationConditionsMet { get; init; } = true;

    /// <summary>Publishing, or taking back, waits until then: for room, for a computer, or because it failed. Nothing else waits for it.</summary>
    public DateTimeOffset? PublicationWaitsUntil { get; init; }

    /// <summary>The published file's fuse (<c>lock_at</c>), as last set.</summary>
    public DateTimeOffset? FuseAt { get; init; }

    /// <summary>What is in Canvas is not what is on the recorder's computer any more: a part of it was removed there.</summary>
    public bool CanvasOutdated { get; init; }

    /// <summary>A consent was withdrawn: nobody may see it until that is settled (<c>consent.withdrawable</c>).</summary>
    public bool Restricted { get; init; }

    /// <summary>How long it may be kept; null while nothing has been decided (an unexplained recording).</summary>
    public RetentionPlan? Plan { get; init; }

    /// <summary>Its course's end; null where it has no course.</summary>
    public CourseEnd? Course { get; init; }

    /// <summary>
    /// It shows another recording's video in a further course in which the same lecture is given: the meeting, its notice and what is on disk are
    /// that recording's.
    /// </summary>
    public bool IsFurther { get; init; }

    /// <summary>Ends of the further courses in which it is shown too: what is on disk stays until the last of them.</summary>
    public ImmutableArray<CourseEnd> FurtherEnds { get; init; } = [];

    /// <summary>A person's later end, within the ceiling; null without one.</summary>
    public DateTimeOffset? ExtendedUntil { get; init; }

    /// <summary>The owner asked for it to go now, and confirmed that.</summary>
    public DateTimeOffset? DeletionAskedAt { get; init; }

    /// <summary>Whoever was to record says that nothing was recorded: no file is waited for.</summary>
    public bool NothingRecorded { get; init; }

    /// <summary>
    /// Since when it is known to lie where no decision allows it and nothing but a person keeps it (Zoom's cloud); null where that isn't so. It goes when
    /// whoever answers for it was warned for the pack's shortest time and nobody justified it.
    /// </summary>
    public DateTimeOffset? UnapprovedSince { get; init; }

    /// <summary>A data protection officer has approved a stay beyond the ceiling.</summary>
    public bool CeilingLifted { get; init; }

    /// <summary>Somebody holds it; nothing is removed.</summary>
    public bool Held { get; init; }

    /// <summary>A guard has tripped: nothing at all is removed until it is released.</summary>
    public bool RemovalPaused { get; init; }

    /// <summary>When the end was last asked for.</summary>
    public DateTimeOffset? DateAskedAt { get; init; }

    /// <summary>Archive's signature for a case record.</summary>
    public bool HandedOver { get; init; }

    /// <summary>The hand-over has been asked for.</summary>
    public bool HandOverAsked { get; init; }

    /// <summary>The end for which a deletion order stands; null without an order.</summary>
    public DateTimeOffset? OrderedFor { get; init; }

    /// <summary>Warnings so far, of this end and of others.</summary>
    public ImmutableArray<WarningGiven> Warnings { get; init; } = [];

    /// <summary>Every known copy of every part.</summary>
    public ImmutableArray<CopyFacts> Copies { get; init; } = [];
}
