using RecordingPolicy.Packs;

namespace RecordingPolicy.Expiry;

/// <summary>
/// The one function that decides what is due for a recording (design.md 3). Facts go in, the step comes out: no clock, no I/O.
/// It answers the same for the same facts, so a lost event or a crash costs nothing but time.
/// </summary>
public static class NextStep
{
    /// <summary>How long after its scheduled end a meeting that never began, or was never seen to begin, may still take its recording.</summary>
    public static readonly TimeSpan Overrun = TimeSpan.FromMinutes(30);

    /// <summary>How long a running meeting may go on past its scheduled end before the right goes all the same.</summary>
    public static readonly TimeSpan LongestOverrun = TimeSpan.FromHours(4);

    /// <summary>A notice that was posted so shortly before recording began is the one that stands in the chat then.</summary>
    public static readonly TimeSpan NoticeAgain = TimeSpan.FromSeconds(30);

    /// <summary>A host who pasted the notice is asked once more, when most late joiners are likely to have come (facts/zoom.md 4.3).</summary>
    public static readonly TimeSpan PasteAgain = TimeSpan.FromMinutes(5);

    /// <summary>The longest that a late joiner waits for the notice where many come one after the other.</summary>
    private static readonly TimeSpan LongestNoticeGap = TimeSpan.FromMinutes(2);

    /// <summary>When to look again where no date says it.</summary>
    private static readonly TimeSpan SomeDay = TimeSpan.FromDays(1);

    /// <summary>The first moment at which the host's right to record is over.</summary>
    public static DateTimeOffset WindowClosesAt(RecordingFacts facts) =>
        facts.EndedAt ?? facts.EndsAt + (facts.StartedAt is null ? Overrun : LongestOverrun);

    /// <summary>
    /// How long after the last post the next may come for late joiners: the first one gets it at once, a crowd gets it together, and a meeting where
    /// people come and go for hours is not flooded.
    /// </summary>
    public static TimeSpan NoticeGap(int posts) =>
        posts < 2 ? NoticeAgain
        : posts == 2 ? 2 * NoticeAgain
        : LongestNoticeGap;

    /// <summary>The step that is due at <paramref name="now"/>, or the moment of the next look.</summary>
    public static DueStep For(RecordingFacts facts, PolicyPack pack, DateTimeOffset now)
    {
        // What was there before the start is asked about, warned of and removed only once somebody has taken it in.
        if (facts.IsInventory)
            return new(Step.NothingUntil, DateTimeOffset.MaxValue, DueReason.Inventory);
        var due = Paused(facts, Due(facts, pack, now), now);
        return due.Step is not Step.NothingUntil ? due : ReadBack(facts, now) ?? WhatCanWait(facts, now) ?? NotPastTheWait(facts, due, now);
    }

    /// <summary>What was removed under an order is read back whatever has come since, a later date or a hold: looking removes nothing (I13).</summary>
    private static DueStep? ReadBack(RecordingFacts facts, DateTimeOffset now) =>
        facts.OrderedFor is not null && facts.Copies.FirstOrDefault(copy => copy.State is CopyState.Removed) is { } removed
            ? new(Step.Verify, now, DueReason.CopyRemoved, Copy: removed.Id)
            : null;

    /// <summary>While a guard stands, nothing is removed; everything else goes on (security.md 6).</summary>
    private static DueStep Paused(RecordingFacts facts, DueStep due, DateTimeOffset now) =>
        facts.RemovalPaused && due.Step is (Step.OrderDeletion or Step.DeleteCopy)
            ? new(Step.NothingUntil, now + SomeDay, DueReason.RemovalPaused)
            : due;

    /// <summary>What is only said in the course comes when nothing else is due: nothing waits for it.</summary>
    private static DueStep? WhatCanWait(RecordingFacts facts, DateTimeOffset now) =>
        facts switch
        {
            { Announcement: AnnouncementDue.Take } => new(Step.Announce, now, DueReason.AnnouncementOver),
            { Announcement: AnnouncementDue.Post, NoticePublishedAt: not null } when now < WindowClosesAt(facts) => new(
                Step.Announce,
                now,
                DueReason.AnnouncementWanted
            ),
            { AdminsUntold: true, State: RecordingState.Published } => new(Step.TellAdmins, now, DueReason.AdminsUntold),
            _ => null,
        };

    private static DueStep Due(RecordingFacts facts, PolicyPack pack, DateTimeOffset now) =>
        facts.State is RecordingState.Deleted ? new(Step.NothingUntil, DateTimeOffset.MaxValue, DueReason.Finished)
        : facts.IsFurther ? Withdrawn(facts, now) ?? Ends(facts, pack, now)
        : BeforeAndDuringTheMeeting(facts, now) is { } meeting ? meeting
        : facts.Copies.IsEmpty ? ChangedNotice(facts, now) ?? WaitForFile(facts, now)
        : Withdrawn(facts, now) ?? ChangedNotice(facts, now) ?? CaseRegistered(facts, pack, now) ?? Ends(facts, pack, now);

    /// <summary>A publication that can't succeed now holds nothing up: warnings and the end come at their time, and it is looked at again at its own.</summary>
    private static bool PublicationWaits(RecordingFacts facts, DateTimeOffset now) => now < facts.PublicationWaitsUntil;

    private static DueStep NotPastTheWait(RecordingFacts facts, DueStep due, DateTimeOffset now) =>
        facts.PublicationWaitsUntil is { } again
        && PublicationWaits(facts, now)
        && due is { Step: Step.NothingUntil, Reason: not DueReason.Finished }
        && again < due.At
            ? new(Step.NothingUntil, again, DueReason.PublicationWaits)
            : due;

    private static DueStep? BeforeAndDuringTheMeeting(RecordingFacts facts, DateTimeOffset now)
    {
        var closes = WindowClosesAt(facts);
        var open = facts.Approved && !facts.Cancelled && now < closes;
        if (facts.RightGiven && !open)
            return new(Step.TakeRight, facts.Approved ? closes : now, facts.Approved ? DueReason.WindowClosed : DueReason.ApprovalGone);
        if (!open)
            return null;
        if (facts.NoticePublishedAt is not { } published || facts.NoticeOutdated)
            return new(Step.PublishNotice, now, facts.NoticeOutdated ? DueReason.NoticeChanged : DueReason.Approved);
        if (facts is { RightGiven: true, ConsentWithdrawn: true })
            return new(Step.TakeRight, now, DueReason.ConsentWithdrawn);
        if (!facts.RightGiven && facts.StartConditionsMet)
            return new(Step.GiveRight, published, DueReason.NoticePublished);
        if (AboutConsents(facts) is { } tell)
            return new(Step.TellHost, now, tell);
        if (facts.StartedAt is { } started && facts.NoticePostedAt is null)
            return new(Step.PostNotice, started, facts.NoticeChangeUntold ? DueReason.NoticeChanged : DueReason.MeetingRuns);
        if (NoticeAgainDue(facts, now) is { } again)
            return again;
        return !facts.Copies.IsEmpty
            ? null
            : new(
                Step.NothingUntil,
                closes,
                facts is { RightGiven: false, ConsentAsked: true } ? DueReason.WaitsForConsent : DueReason.WaitsForMeeting
            );
    }

    /// <summary>
    /// The notice comes again when recording begins, and for whoever has come since. The host's hand is asked for late joiners only, and once.
    /// </summary>
    private static DueStep? NoticeAgainDue(RecordingFacts facts, DateTimeOffset now)
    {
        if (facts is not { StartedAt: not null, NoticePostedAt: { } posted })
            return null;
        if (!facts.NoticePasted && facts.RecordingBeganAt is { } began && posted + NoticeAgain < began)
            return new(Step.PostNotice, began, DueReason.RecordingBegan);
        if (facts.LateJoinerSince is not { } late || facts is { NoticePasted: true, PasteAskedAgain: true })
            return null;
        var free = posted + (facts.NoticePasted ? PasteAgain : NoticeGap(facts.NoticePosts));
        return free <= now ? new(Step.PostNotice, late, DueReason.LateJoiner) : new(Step.NothingUntil, free, DueReason.LateJoiner);
    }

    /// <summary>Those who were told are told what has changed, also when the meeting is over (<c>consent.specific</c>).</summary>
    private static DueStep? ChangedNotice(RecordingFacts facts, DateTimeOffset now) =>
        !facts.Approved || facts.Cancelled ? null
        : facts.NoticeOutdated ? new(Step.PublishNotice, now, DueReason.NoticeChanged)
        : facts.NoticeChangeUntold ? new(Step.PostNotice, now, DueReason.NoticeChanged)
        : null;

    /// <summary>What the host has to be told next about the consents (<c>consent.written-before</c>); null where nothing.</summary>
    private static DueReason? AboutConsents(RecordingFacts facts) =>
        facts switch
        {
            { ConsentAsked: false } => null,
            { RightGiven: false } => facts.HostTold is null ? DueReason.ConsentFirst : null,
            { ConsentMissing: true } => facts.HostTold is HostTold.Pause ? null : DueReason.ConsentMissing,
            _ => facts.HostTold is HostTold.Pause ? DueReason.ConsentsThere : null,
        };

    private static DueStep WaitForFile(RecordingFacts facts, DateTimeOffset now) =>
        facts.NothingRecorded
            ? new(Step.NothingUntil, DateTimeOffset.MaxValue, DueReason.NothingRecorded)
            : new(Step.NothingUntil, now + SomeDay, facts.Approved ? DueReason.WaitsForFile : DueReason.ApprovalGone);

    /// <summary>
    /// What was withdrawn is unpublished at once; what is in Canvas with the part that was removed goes from there, so that the new file can come.
    /// While it is held it is only hidden.
    /// </summary>
    private static DueStep? Withdrawn(RecordingFacts facts, DateTimeOffset now)
    {
        if (PublicationWaits(facts, now))
            return null;
        var hidden = facts.Restricted || facts is { CanvasOutdated: true, Held: true };
        return hidden && facts.State is RecordingState.Published ? new(Step.Unpublish, now, DueReason.ConsentWithdrawn)
            : facts is { CanvasOutdated: true, Held: false, OrderedFor: null } ? new(Step.Unpublish, now, DueReason.PartRemoved)
            : null;
    }

    /// <summary><c>retention.case-registered</c>: the archive is asked as soon as there is something to hand over.</summary>
    private static DueStep? CaseRegistered(RecordingFacts facts, PolicyPack pack, DateTimeOffset now) =>
        facts is { HandOverAsked: false, HandedOver: false, Plan.End: RetentionEnd.ArchiveThenDelete }
        && pack.Has("retention.case-registered")
            ? new(Step.HandOver, now, DueReason.CaseRegistered)
            : null;

    private static DueStep Ends(RecordingFacts all, PolicyPack pack, DateTimeOffset now)
    {
        var facts = Tellings.Standing(all, pack);
        var whole = EndsWhole(facts, pack, now);
        return InItsCourse(facts, pack, now) is { } first && (first.Step is not Step.NothingUntil || IsBefore(first, whole))
            ? first
            : whole;
    }

    /// <summary>
    /// Where a further course outlasts its own, the copy in the course that closes first ends there, as a recording of its own would: people are
    /// warned, it goes under an order, and its absence gets a receipt. What is on disk stays.
    /// </summary>
    private static DueStep? InItsCourse(RecordingFacts facts, PolicyPack pack, DateTimeOffset now)
    {
        var copies = facts.Copies.RemoveAll(copy => !copy.InCourse || copy.State is CopyState.Gone);
        if (facts.FurtherEnds.IsEmpty || facts.Plan is null || copies.IsEmpty)
            return null;
        // The archive gets what is on disk, when that ends.
        var alone = facts with
        {
            FurtherEnds = [],
            Copies = copies,
            Plan = facts.Plan with { End = RetentionEnd.Delete },
        };
        if (EndOfRecording.InItsCourse(facts, pack) is not { At: { } endsAt, Reason: EndReason.CourseCloses or EndReason.CourseClosed } end)
            return null;
        if (EndOfRecording.Of(facts, pack).At <= endsAt)
            return null;
        return now <= endsAt ? BeforeEnd(alone, endsAt, pack, now) : AfterEnd(alone, end.Reason, endsAt, pack, now);
    }

    private static bool IsBefore(DueStep one, DueStep other) => other.Step is Step.NothingUntil && one.At < other.At;

    private static DueStep EndsWhole(RecordingFacts facts, PolicyPack pack, DateTimeOffset now)
    {
        var end = EndOfRecording.Of(facts, pack);
        if (end.At is not { } endsAt)
            return PublishOr(facts, end, now, () => WithoutEnd(facts, end.Reason, pack, now));
        if (now <= endsAt)
            return PublishOr(facts, end, now, () => BeforeEnd(facts, endsAt, pack, now));
        return AfterEnd(facts, end.Reason, endsAt, pack, now);
    }

    /// <summary>Publishing comes before everything that can wait; a fuse that no longer fits is corrected in the same step.</summary>
    private static DueStep PublishOr(RecordingFacts facts, Ending end, DateTimeOffset now, Func<DueStep> otherwise)
    {
        if (PublicationWaits(facts, now))
            return otherwise();
        var closed = facts.Course is CourseEnd.Already || (facts.Course is CourseEnd.At at && at.Instant < now);
        if (facts.State is RecordingState.Published)
        {
            if (closed || !facts.PublicationWanted || !facts.PublicationConditionsMet)
                return new(Step.Unpublish, now, WhyTakenBack(facts, closed));
            // A fuse stands at the end, or nowhere while there is none: a course that can't be read never moves it.
            return end.Reason is not EndReason.CourseUndecidable && facts.FuseAt != Fuse(facts, end)
                ? new(Step.Publish, now, DueReason.FuseMoved)
                : NotPastTheClosing(facts, otherwise());
        }

        var publish =
            facts is { PublicationWanted: true, PublicationConditionsMet: true, Restricted: false, CanvasOutdated: false }
            && !closed
            && facts.Course is not (null or CourseEnd.Undecidable);
        return publish ? new(Step.Publish, now, DueReason.TeacherPublishes) : otherwise();
    }

    private static DueReason WhyTakenBack(RecordingFacts facts, bool closed) =>
        closed ? DueReason.CourseClosed
        : facts.PublicationWanted ? DueReason.ConditionLost
        : DueReason.TeacherPublishes;

    /// <summary>What is published is looked at when its course closes, even where the recording stays longer.</summary>
    private static DueStep NotPastTheClosing(RecordingFacts facts, DueStep due) =>
        due.Step is Step.NothingUntil && facts.Course is CourseEnd.At closing && JustAfter(closing.Instant) < due.At
            ? due with
            {
                At = JustAfter(closing.Instant),
            }
            : due;

    /// <summary>Where the published file's fuse belongs: at the recording's end or the course's closing, whichever comes first.</summary>
    public static DateTimeOffset? Fuse(RecordingFacts facts, Ending end)
    {
        var closing = (facts.Course as CourseEnd.At)?.Instant;
        return closing is null ? end.At
            : end.At is null || closing < end.At ? closing
            : end.At;
    }

    private static DueStep WithoutEnd(RecordingFacts facts, EndReason reason, PolicyPack pack, DateTimeOffset now)
    {
        if (facts.Plan is null)
            return new(Step.NothingUntil, now + SomeDay, DueReason.Unexplained);
        if (reason is EndReason.CourseUndecidable)
            return new(Step.NothingUntil, now + SomeDay, DueReason.CourseUndecidable);
        var why = reason is EndReason.Contradicted ? DueReason.EndContradicted : DueReason.NoEnd;
        var ask =
            facts.DateAskedAt is { } asked ? pack.AfterCalendar(asked, pack.OpenCourseReview.ThenEvery)
            : reason is EndReason.Contradicted ? now
            : pack.AfterCalendar(facts.EndedAt ?? facts.EndsAt, pack.OpenCourseReview.After);
        return ask <= now ? new(Step.AskForDate, ask, why) : new(Step.NothingUntil, ask, why);
    }

    private static DueStep BeforeEnd(RecordingFacts facts, DateTimeOffset endsAt, PolicyPack pack, DateTimeOffset now)
    {
        if (facts.Held)
            return new(Step.NothingUntil, JustAfter(endsAt), DueReason.Held);
        var moments = pack.Warnings.Select(period => period.SubtractFrom(endsAt, pack.TimeZone)).Order().ToArray();
        if (moments.LastOrDefault(moment => moment <= now) is { } due && due != default && !Tellings.Told(facts, endsAt, endsAt - due))
            return new(Step.Warn, due, DueReason.EndNear, Before: endsAt - due, EndsAt: endsAt);
        var next = moments.FirstOrDefault(moment => moment > now);
        return new(Step.NothingUntil, next == default ? JustAfter(endsAt) : next, DueReason.WaitsForEnd);
    }

    private static DueStep AfterEnd(RecordingFacts facts, EndReason reason, DateTimeOffset endsAt, PolicyPack pack, DateTimeOffset now)
    {
        var due = Ended(facts, reason is EndReason.OwnerAsked, endsAt, pack, now);
        // What doesn't go now is at least hidden: until people had their week, while it is held or a guard stands, until the archive has signed.
        return
            facts.State is RecordingState.Published
            && !PublicationWaits(facts, now)
            && due.Step is not Step.Verify
            && (due.Step is not (Step.OrderDeletion or Step.DeleteCopy) || IsKeptInCourse(facts))
            ? new(Step.Unpublish, endsAt, DueReason.CourseClosed)
            : due;
    }

    /// <summary>Whether a guard keeps what would go now, while it is still there to be seen.</summary>
    private static bool IsKeptInCourse(RecordingFacts facts) =>
        facts.RemovalPaused && facts.Copies.Any(copy => copy is { InCourse: true, State: CopyState.Present });

    private static DueStep Ended(RecordingFacts facts, bool asked, DateTimeOffset endsAt, PolicyPack pack, DateTimeOffset now)
    {
        var from = asked ? endsAt : Tellings.DeletableFrom(facts, endsAt, pack);
        if (facts.Held)
            return new(Step.NothingUntil, now + SomeDay, DueReason.Held);
        if (from is null)
            return new(Step.Warn, endsAt, Tellings.WhyTellNow(facts, endsAt), Before: TimeSpan.Zero, EndsAt: endsAt);
        if (from > now)
            return new(Step.NothingUntil, from.Value, DueReason.WaitsForWarning);
        return Delete(facts, endsAt, asked, pack, now);
    }

    private static DueStep Delete(RecordingFacts facts, DateTimeOffset endsAt, bool asked, PolicyPack pack, DateTimeOffset now)
    {
        // Swedish public bodies dispose of records only under a decision to do so.
        if (pack.Disposal is not { } disposal || disposal.ValidFrom > pack.DayOf(now))
            return new(Step.NothingUntil, now + SomeDay, DueReason.NoAuthority);
        if (facts.Plan?.End is RetentionEnd.ArchiveThenDelete && !facts.HandedOver)
            return facts.HandOverAsked
                ? new(Step.NothingUntil, now + SomeDay, DueReason.WaitsForArchive)
                : new(Step.HandOver, endsAt, DueReason.ArchiveFirst);
        if (facts.OrderedFor != endsAt)
            return new(Step.OrderDeletion, endsAt, asked ? DueReason.OwnerAsked : DueReason.Ended, EndsAt: endsAt);
        if (facts.Copies.FirstOrDefault(copy => copy.State is CopyState.Present) is { } present)
            return new(Step.DeleteCopy, endsAt, DueReason.CopyOrdered, Copy: present.Id);
        if (facts.Copies.FirstOrDefault(copy => copy.State is CopyState.Removed) is { } removed)
            return new(Step.Verify, endsAt, DueReason.CopyRemoved, Copy: removed.Id);
        return new(Step.Verify, endsAt, DueReason.Finished);
    }

    /// <summary>Canvas compares strictly: at the end's own instant the course is still open (facts/canvas.md 3.3).</summary>
    private static DateTimeOffset JustAfter(DateTimeOffset endsAt) => endsAt + TimeSpan.FromMicroseconds(1);
}
