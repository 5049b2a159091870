using System.Collections.Immutable;
using RecordingPolicy.Packs;

namespace RecordingPolicy.Expiry;

/// <summary>When a recording ends: the plan, the course, a person's later date, the pack's floor and ceiling (design.md 4).</summary>
public static class EndOfRecording
{
    /// <summary>The end that these facts give. Two that contradict each other give none: a person decides.</summary>
    public static Ending Of(RecordingFacts facts, PolicyPack pack)
    {
        // Who recorded may end it early, though not before the pack's floor.
        if (facts.DeletionAskedAt is { } asked)
            return new(NotBeforeFloor(asked, facts, pack), EndReason.OwnerAsked);
        if (facts.UnapprovedSince is { } since)
            return new(NotBeforeFloor(pack.AfterCalendar(since, pack.MinimumWarning), facts, pack), EndReason.NotApproved);

        var planned = Planned(facts, pack);
        // A person's date answers the question for one: where nothing else gives an end, where the rest contradicts itself, or where it is later.
        if (facts.ExtendedUntil is { } set && planned.Reason is not EndReason.CourseUndecidable && facts.Plan is not null)
        {
            if (planned.At is not { } end || set > end || Contradicts(end, facts, pack))
                planned = new(set, EndReason.Extended);
        }
        return planned.At is { } at && Contradicts(at, facts, pack) ? new(null, EndReason.Contradicted) : planned;
    }

    /// <summary>
    /// Whether this end could be foreseen: everyone concerned was warned of it, the pack's shortest warning before now at the latest. A removal
    /// that nobody could foresee is one that the guard counts (design.md 4).
    /// </summary>
    public static bool WasForecast(RecordingFacts facts, PolicyPack pack, DateTimeOffset endsAt, DateTimeOffset now) =>
        facts.Warnings.Any(warning =>
            warning.EndsAt == endsAt && warning.AcceptedAt is { } reached && pack.AfterCalendar(reached, pack.MinimumWarning) <= now
        );

    /// <summary>Before the pack's floor, or on a later day than its ceiling unless an officer has lifted that (<c>availability.bounded</c>).</summary>
    private static bool Contradicts(DateTimeOffset end, RecordingFacts facts, PolicyPack pack)
    {
        if (end < Floor(facts, pack))
            return true;
        // Most ends are so far from the ceiling that no calendar need be asked.
        var meetingEnd = facts.EndedAt ?? facts.EndsAt;
        return !facts.CeilingLifted
            && end - meetingEnd > pack.LongestRetention.Least
            && pack.DayOf(end) > pack.DayOf(pack.AfterCalendar(meetingEnd, pack.LongestRetention));
    }

    private static DateTimeOffset NotBeforeFloor(DateTimeOffset end, RecordingFacts facts, PolicyPack pack) =>
        Floor(facts, pack) is { } floor && end < floor ? floor : end;

    private static DateTimeOffset? Floor(RecordingFacts facts, PolicyPack pack) =>
        pack.KeepAtLeast is { } floor ? pack.AfterCalendar(facts.EndedAt ?? facts.EndsAt, floor) : null;

    /// <summary>The end in its own course alone, for a recording that further courses show too; null where there are none.</summary>
    internal static Ending? InItsCourse(RecordingFacts facts, PolicyPack pack) =>
        facts.FurtherEnds.IsEmpty ? null : Of(facts with { FurtherEnds = [] }, pack);

    private static Ending Planned(RecordingFacts facts, PolicyPack pack) =>
        facts.Plan switch
        {
            null or RetentionPlan.Undecided => new(null, EndReason.Undecided),
            RetentionPlan.Until until => new(pack.EndOf(until.Day), EndReason.PlanUntil),
            RetentionPlan.For lasting => new(pack.AfterCalendar(facts.EndedAt ?? facts.EndsAt, lasting.Period), EndReason.PlanFor),
            _ => LastOf(OfCourse(facts.Course), [.. facts.FurtherEnds.Select(OfCourse)]),
        };

    private static Ending OfCourse(CourseEnd? course) =>
        course switch
        {
            CourseEnd.At at => new(at.Instant, EndReason.CourseCloses),
            CourseEnd.Already already => new(already.Since, EndReason.CourseClosed),
            CourseEnd.Never => new(null, EndReason.CourseNeverCloses),
            _ => new(null, EndReason.CourseUndecidable),
        };

    /// <summary>Not knowing one of the ends is not knowing the last; "never" is later than any date.</summary>
    private static Ending LastOf(Ending own, ImmutableArray<Ending> further)
    {
        foreach (var reason in (ReadOnlySpan<EndReason>)[EndReason.CourseUndecidable, EndReason.CourseNeverCloses])
        {
            if (own.Reason == reason || further.Any(end => end.Reason == reason))
                return new(null, reason);
        }
        var last = further.Select(end => end.At).Append(own.At).Max();
        return last > own.At ? new(last, EndReason.FurtherCourseCloses) : own;
    }
}
