using RecordingPolicy.Expiry;

namespace RecordingPolicy.Tests.Expiry;

/// <summary>
/// Says of a simulated world what is wrong with it. It is naive on purpose, and asks nothing of the product's own reckoning of ends and warnings:
/// it has the facts, what was said to people, and the clock.
/// </summary>
internal static class Oracle
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");
    private static readonly TimeSpan ADay = TimeSpan.FromDays(1);

    /// <summary>I1: what stands against carrying out this step now; null where nothing does.</summary>
    public static string? Before(World world, DueStep due)
    {
        var facts = world.Facts;
        var removes = due.Step is Step.OrderDeletion or Step.DeleteCopy || due is { Step: Step.Unpublish, Reason: DueReason.PartRemoved };
        if (!removes)
            return null;
        if (facts.Held)
            return $"{due.Step} while held";
        if (due.Step is Step.Unpublish)
            return null;
        var archive = facts.Plan!.End is RetentionEnd.ArchiveThenDelete && !facts.HandedOver;
        var whole = End(facts, [facts.Course, .. facts.FurtherEnds]);
        var own = facts.FurtherEnds.IsEmpty ? null : End(facts, [facts.Course]);
        // The copy in a course that closes before the others ends with that course, and by an order of its own; the archive gets what is on disk.
        var alone =
            due.Step is Step.OrderDeletion
                ? due.EndsAt == own
                : facts.OrderedFor == own && facts.Copies.Single(copy => copy.Id == due.Copy).InCourse;
        if (own is not null && alone && Wrong(world, own, whole) is null)
            return null;
        return Wrong(world, whole, own) is { } wrong ? $"{due.Step} {wrong}"
            : archive ? $"{due.Step} before the archive had it"
            : null;
    }

    /// <summary>I2, and what is shown: what is wrong while nothing is to be done; null where nothing is.</summary>
    public static string? AtRest(World world, DueStep due, bool failing)
    {
        var (facts, now) = (world.Facts, world.Now);
        if (facts.State is RecordingState.Deleted)
            return null;
        if (facts.State is RecordingState.Published && !failing && Shows(facts, now) is { } shown)
            return shown;
        if (facts.OrderedFor is not null && facts.Copies.Any(copy => copy.State is CopyState.Removed))
            return "removed and not read back";
        if (facts.Held)
            return due.At > now + ADay && due.At > End(facts, [facts.Course, .. facts.FurtherEnds]) + ADay
                ? "held and not looked at"
                : null;
        if (End(facts, [facts.Course, .. facts.FurtherEnds]) is not { } end)
            return due.At <= now.AddDays(190) ? null : "without an end and not looked at for half a year";
        if (now <= end)
            return due.At <= end + ADay ? null : $"sleeps past its end until {due.At:O}";
        // Past its end it waits for the warning's week, or somebody is asked every day.
        var patience = due.Reason is DueReason.WaitsForWarning ? TimeSpan.FromDays(7) + TimeSpan.FromHours(1) : ADay;
        return due.At <= now + patience ? null : $"due since {end:O} and not looked at until {due.At:O}";
    }

    private static string? Shows(RecordingFacts facts, DateTimeOffset now) =>
        facts.Restricted ? "shown though a consent was withdrawn"
        : facts is { CanvasOutdated: true } ? "shown with what was cut out"
        : facts.Course is CourseEnd.Already || (facts.Course is CourseEnd.At at && at.Instant < now) ? "shown though its course is closed"
        : !facts.PublicationWanted || !facts.PublicationConditionsMet ? "shown though it should not be"
        : null;

    /// <summary>Why nothing may go on the grounds of this end; null where it may.</summary>
    private static string? Wrong(World world, DateTimeOffset? end, DateTimeOffset? other)
    {
        var (facts, now) = (world.Facts, world.Now);
        if (end is not { } at)
            return "without an end";
        if (at >= now)
            return $"before its end {at:O}";
        if (facts.DeletionAskedAt is not null)
            return null;
        var believed = world
            .Tellings.Where(telling => telling.End != at && telling.End != other)
            .Max(telling => (DateTimeOffset?)telling.At);
        var told = world.Tellings.FirstOrDefault(telling => telling.Everyone && telling.End == at && !(telling.At < believed));
        return told is null ? "though people were not told"
            : Local(now) < Local(told.At).AddDays(7) ? $"in the week after {told.At:O}"
            : null;
    }

    /// <summary>The end, by the words of design.md 4.</summary>
    private static DateTimeOffset? End(RecordingFacts facts, IReadOnlyList<CourseEnd?> courses)
    {
        if (facts.DeletionAskedAt is { } asked)
            return asked;
        DateTimeOffset? end = null;
        if (facts.Plan is RetentionPlan.Until until)
            end = Utc(until.Day.ToDateTime(new(23, 59, 59)));
        else
        {
            if (courses.Any(course => course is null or CourseEnd.Undecidable))
                return null;
            if (!courses.Any(course => course is CourseEnd.Never))
                end = courses.Max(course => course is CourseEnd.At at ? at.Instant : ((CourseEnd.Already)course!).Since);
        }
        if (end is null || facts.ExtendedUntil > end || TooLate(facts, end.Value))
            end = facts.ExtendedUntil ?? end;
        return end is { } found && !TooLate(facts, found) ? found : null;
    }

    private static bool TooLate(RecordingFacts facts, DateTimeOffset end) =>
        !facts.CeilingLifted && Local(end).Date > Local(facts.EndedAt!.Value).AddYears(2).Date;

    private static DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).DateTime;

    private static DateTimeOffset Utc(DateTime local) => new(local, Zone.GetUtcOffset(local));
}
