using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using RecordingBot.LegalBases;
using RecordingBot.Meetings;
using RecordingBot.Notices;
using RecordingBot.Packs;
using RecordingBot.Recordings;
using RecordingPolicy.Expiry;

namespace RecordingBot.Registry;

/// <summary>Reads a recording and everything around it, and says it in the policy's words.</summary>
public sealed class CaseReader(RegistryContext registry, ConsentReader consents, GovernedHosts governed, ActivePack active)
{
    /// <summary>The case as it stands, tracked; null if there is no such recording.</summary>
    public async Task<RecordingCase?> ReadAsync(Guid id, CancellationToken ct)
    {
        var recording = await WithParts.Include(row => row.Warnings).FirstOrDefaultAsync(row => row.Id == id, ct);
        if (recording is null)
            return null;
        var source = recording.SourceId is { } sourceId ? await WithParts.FirstOrDefaultAsync(row => row.Id == sourceId, ct) : null;
        var (further, extended) = await OfMeetingAsync(recording.MeetingId, ct);
        var past = await PastEndsAsync(id, ct);
        var meeting = recording.MeetingId is { } meetingId ? await registry.Meetings.FindAsync([meetingId], ct) : null;
        var decision = recording.DecisionId is { } decisionId ? await registry.Decisions.FindAsync([decisionId], ct) : null;
        // The version that stands, though it may tell of an earlier decision still.
        var notice = meeting is null
            ? null
            : await registry
                .Notices.Where(row => row.MeetingId == meeting.Id && row.RevokedAt == null)
                .OrderByDescending(row => row.Version)
                .FirstOrDefaultAsync(ct);
        var course = recording.CourseId is { } courseId ? await registry.Courses.FindAsync([courseId], ct) : null;

        var stored = decision is null ? null : StoredDecision.Read(decision);
        var consented = await ConsentsAsync(stored, meeting, notice, ct);
        var posts = notice?.PostedAt is null ? [] : await PostsAsync(meeting!.Id, ct);
        var approved = stored is { Approved: true } && meeting?.DecisionId == decision!.Id;
        // What no decision allows where it is stands beside the meeting's own recording: it moves nothing of the meeting.
        var aside = recording is { CloudUuid: not null, DecisionId: null };
        var facts = new RecordingFacts
        {
            State = recording.State,
            IsInventory = recording.InventoriedAt is not null,
            Approved = approved,
            StartConditionsMet = stored is null || (meeting is not null && Conditions.BeforeRecording(stored, meeting, consented)),
            ConsentAsked = stored is not null && Conditions.AsksForConsent(stored),
            ConsentMissing = consented.Present.IsMissing,
            ConsentWithdrawn = consented.Present.HasWithdrawn,
            HostTold = meeting?.HostTold,
            StartsAt = meeting?.StartsAt ?? recording.RecordedAt ?? recording.CreatedAt,
            EndsAt = meeting?.EndsAt ?? recording.RecordedAt ?? recording.CreatedAt,
            StartedAt = meeting?.StartedAt,
            EndedAt = meeting?.EndedAt,
            Cancelled = meeting?.CancelledAt is not null,
            NoticePublishedAt = notice?.PublishedAt,
            NoticePostedAt = notice?.PostedAt,
            NoticeChangeUntold = await IsChangeUntoldAsync(notice, ct),
            Announcement = aside ? AnnouncementDue.Nothing : await AnnouncementAsync(recording, meeting, approved, ct),
            AdminsUntold =
                recording is { State: RecordingState.Published, Limited: false } && await AdminsUntoldAsync(recording.CourseId, ct),
            NoticePosts = posts.Count,
            NoticePasted = posts is [.., NoticeChannel.HostPasted],
            PasteAskedAgain = meeting?.PasteAskedAgainAt is not null,
            LateJoinerSince = await LateJoinerAsync(meeting, ct),
            RecordingBeganAt =
                meeting?.CloudStartedAt > meeting?.RightFirstGivenAt
                    ? meeting?.CloudStartedAt
                    : meeting?.RightFirstGivenAt ?? meeting?.CloudStartedAt,
            RightGiven = !aside && meeting?.Right == RecordingRight.Given,
            PublicationWanted = recording.PublicationWanted,
            PublicationConditionsMet = stored is null || Conditions.BeforePublication(stored, course, consented),
            PublicationWaitsUntil = recording.PublicationWaitsUntil,
            FuseAt = recording.LockAt,
            Restricted = recording.Restricted || source is { Restricted: true },
            CanvasOutdated = recording.CanvasOutdated,
            Plan = PlanOf(stored, source is not null),
            Course = CourseEndOf(course),
            IsFurther = source is not null,
            FurtherEnds = [.. EndsOf(further.Where(one => one.Source == id)), .. past],
            ExtendedUntil = recording.ExtendedUntil,
            DeletionAskedAt = recording.DeletionAskedAt ?? source?.DeletionAskedAt,
            NothingRecorded = recording.NothingRecordedAt is not null,
            // What was taken in has its time from then, however old it is (I1).
            UnapprovedSince =
                aside && recording.Unexplained && await IsRuledAsync(meeting, ct) ? recording.TakenInAt ?? recording.CreatedAt : null,
            CeilingLifted = stored?.CeilingLifted ?? false,
            Held = recording.HeldBy is not null || source?.HeldBy is not null,
            RemovalPaused = await registry.Guards.AnyAsync(guard => guard.EndedAt == null, ct),
            DateAskedAt = recording.DateAskedAt,
            HandedOver = recording.HandedOverAt is not null,
            HandOverAsked = recording.HandOverAskedAt is not null,
            OrderedFor = recording.OrderedFor,
            Warnings = WarningsOf(recording),
            Copies =
            [
                .. recording
                    .Parts.SelectMany(part => part.Copies)
                    .OrderBy(RemovalOrder)
                    .Select(copy => new CopyFacts(copy.Id, copy.State, copy.Place == CopyPlace.Canvas)),
            ],
        };
        var ending = EndOfRecording.Of(facts, active.Pack);
        var told = EndOfRecording.Of(facts with { FurtherEnds = EndsOf(further), ExtendedUntil = extended }, active.Pack);
        return new(
            recording,
            meeting,
            decision,
            notice,
            course,
            facts with
            {
                NoticeOutdated = notice is not null && decision is not null && IsOutdated(notice, decision, told, further),
            },
            ending
        )
        {
            Source = source,
            Further = further,
            NoticeEnding = told,
        };
    }

    /// <summary>Whether what its host records without approval goes by itself; of everybody else nothing does.</summary>
    private async Task<bool> IsRuledAsync(MeetingRow? meeting, CancellationToken ct) =>
        meeting?.HostId is { } host && await governed.IsRuledAsync(host, ct);

    private IQueryable<RecordingRow> WithParts =>
        registry.Recordings.Include(row => row.Parts).ThenInclude(part => part.Copies).AsSplitQuery();

    /// <summary>The further courses in which recordings of a meeting are shown, and the last day to which somebody has extended one: the notice is one for all.</summary>
    private async Task<(IReadOnlyList<FurtherCourse> Further, DateTimeOffset? Extended)> OfMeetingAsync(Guid? meeting, CancellationToken ct)
    {
        if (meeting is null)
            return ([], null);
        var others = await registry
            .Recordings.Where(row => row.MeetingId == meeting && row.State != RecordingState.Deleted)
            .Where(row => row.SourceId != null || row.ExtendedUntil != null)
            .OrderBy(row => row.CourseId)
            .Select(row => new
            {
                row.CourseId,
                row.SourceId,
                row.ExtendedUntil,
            })
            .ToListAsync(ct);
        var further = new List<FurtherCourse>();
        foreach (var one in others)
        {
            if (one is { SourceId: { } source, CourseId: { } course })
                further.Add(new(course, source, await registry.Courses.FindAsync([course], ct)));
        }
        return (further, others.Max(one => one.ExtendedUntil));
    }

    /// <summary>
    /// The ends of further courses where it has been shown and is gone. They have passed, and were the ends that people were told of: without them the
    /// disk's end would be back at an earlier one.
    /// </summary>
    private async Task<List<CourseEnd>> PastEndsAsync(Guid source, CancellationToken ct) =>
        await registry
            .Recordings.Where(row => row.SourceId == source && row.State == RecordingState.Deleted)
            .Where(row => row.EndsAt != null && row.EndReason != EndReason.OwnerAsked)
            .OrderBy(row => row.EndsAt)
            .Select(row => (CourseEnd)new CourseEnd.At(row.EndsAt!.Value))
            .ToListAsync(ct);

    private static ImmutableArray<CourseEnd> EndsOf(IEnumerable<FurtherCourse> further) =>
        [.. further.Select(one => CourseEndOf(one.Course) ?? new CourseEnd.Undecidable())];

    /// <summary>Of a case record the archive gets what is on disk; what is shown in further courses just goes.</summary>
    private static RetentionPlan? PlanOf(StoredDecision? decision, bool isFurther) =>
        decision?.Plan is { } plan && isFurther ? plan with { End = RetentionEnd.Delete } : decision?.Plan;

    /// <summary>The announcement is the meeting's: it goes with the approval, and with the last of its recordings.</summary>
    private async Task<AnnouncementDue> AnnouncementAsync(RecordingRow recording, MeetingRow? meeting, bool approved, CancellationToken ct)
    {
        if (meeting is null || await registry.Announcements.FindAsync([meeting.Id], ct) is not { } row)
            return AnnouncementDue.Nothing;
        var stands =
            row.Wanted
            && approved
            && meeting.CancelledAt is null
            && await registry.Recordings.AnyAsync(one => one.MeetingId == meeting.Id && one.State != RecordingState.Deleted, ct);
        return stands
            // It stands in the meeting's own course.
            ? row.CanvasId is null && recording.SourceId is null
                ? AnnouncementDue.Post
                : AnnouncementDue.Nothing
            : row.PostingAt is null
                ? AnnouncementDue.Nothing
                : AnnouncementDue.Take;
    }

    private async Task<bool> AdminsUntoldAsync(string? course, CancellationToken ct) =>
        course is not null && await registry.CoursePlaces.FindAsync([course], ct) is { AdminsToldAt: null };

    private async Task<ConsentState> ConsentsAsync(StoredDecision? stored, MeetingRow? meeting, NoticeRow? notice, CancellationToken ct) =>
        stored is not null && meeting is not null && (Conditions.AsksForConsent(stored) || Conditions.AsksForAgreement(stored))
            ? await consents.ReadAsync(meeting, notice, ct)
            : ConsentState.None;

    /// <summary>It tells of another decision, of other courses, or of another end than these give today.</summary>
    private static bool IsOutdated(NoticeRow notice, DecisionRow decision, Ending ending, IReadOnlyList<FurtherCourse> further) =>
        notice.DecisionId != decision.Id
        || notice.FurtherCourses != NoticeVersions.Named(further)
        || (ending.Reason is EndReason.CourseCloses or EndReason.FurtherCourseCloses or EndReason.Extended && notice.EndsAt != ending.At);

    /// <summary>By what ways notices were posted in a meeting, in order.</summary>
    private Task<List<string>> PostsAsync(Guid meeting, CancellationToken ct) =>
        registry.NoticePosts.Where(post => post.MeetingId == meeting).OrderBy(post => post.At).Select(post => post.Channel).ToListAsync(ct);

    /// <summary>Since when somebody waits for the notice who is in the meeting and can read its chat.</summary>
    private async Task<DateTimeOffset?> LateJoinerAsync(MeetingRow? meeting, CancellationToken ct) =>
        meeting is { StartedAt: not null, EndedAt: null }
            ? await registry
                .Attendance.Where(row =>
                    row.MeetingId == meeting.Id && row.ReachedAt == null && row.LeftAt == null && !row.ByPhone && !row.IsHost
                )
                .MinAsync(row => (DateTimeOffset?)row.JoinedAt, ct)
            : null;

    /// <summary>Whether the notice has changed for people who were told by an earlier version of it.</summary>
    private async Task<bool> IsChangeUntoldAsync(NoticeRow? notice, CancellationToken ct) =>
        notice is { Version: > 1, PostedAt: null, PostFailingSince: null }
        && await registry.Notices.AnyAsync(row => row.MeetingId == notice.MeetingId && row.PostedAt != null, ct);

    /// <summary>Canvas first: what others can see goes before what only the recorder has.</summary>
    private static (int, Guid) RemovalOrder(CopyRow copy) => (copy.Place == CopyPlace.Canvas ? 0 : 1, copy.Id);

    private static CourseEnd? CourseEndOf(Expiry.CourseRow? course) =>
        course?.Closes switch
        {
            null => null,
            "at" when course.ClosesAt is { } at => new CourseEnd.At(at),
            "already" => new CourseEnd.Already(course.SeenClosedAt ?? course.CheckedAt),
            "never" => new CourseEnd.Never(),
            _ => new CourseEnd.Undecidable(),
        };

    /// <summary>One warning went to several people: it is accepted when the last of them was reached.</summary>
    private static ImmutableArray<WarningGiven> WarningsOf(RecordingRow recording) =>
        [
            .. recording
                .Warnings.GroupBy(row => (row.EndsAt, row.BeforeSeconds))
                .Select(told => new WarningGiven(
                    told.Key.EndsAt,
                    TimeSpan.FromSeconds(told.Key.BeforeSeconds),
                    told.Any(row => row.AcceptedAt is null) ? null : told.Max(row => row.AcceptedAt)
                )
                {
                    ReachedAt = told.Max(row => row.AcceptedAt),
                }),
        ];
}
