using System.Collections.Immutable;
using RecordingPolicy.Decisions;
using RecordingPolicy.Meetings;
using RecordingPolicy.Packs;

namespace RecordingPolicy.Expiry;

/// <summary>The rules <c>availability.*</c>.</summary>
internal static class AvailabilityRules
{
    public static readonly Rule CourseNormal = Rule.Of(
        "availability.course-normal",
        "lund",
        ["LU: Undervisning via Zoom"],
        [Effect.Ask, Effect.Advise],
        IsNormal
    );

    public static readonly Rule Decided = Rule.Of("availability.decided", "base", ["LU: Övriga möten"], [Effect.Ask], IsDecided);

    public static readonly Rule Bounded = Rule.Of("availability.bounded", "base", ["HB princip 5", "HB §17 c"], [Effect.Refer], IsBounded);

    public static ImmutableArray<Rule> All => [CourseNormal, Decided, Bounded];

    /// <summary>Whether a teaching recording is kept for another time than its course's lifetime.</summary>
    public static bool Departs(RecordingRequest request) =>
        request.Meeting.IsEducation && request.Availability is Availability.Until or Availability.For;

    /// <summary>
    /// <c>availability.course-normal</c>: the teacher decides how long, normally as long as the course is available in Canvas.
    /// Source: LU <i>Undervisning</i>.
    /// </summary>
    private static Finding? IsNormal(RecordingRequest request, PolicyPack pack) =>
        !Departs(request) ? null
        : request.DeviationReason is null && EndOf(request, pack) > request.Meeting.Course?.ClosesAt ? CourseNormal.Ask("deviationReason")
        : CourseNormal.Advise("availability");

    /// <summary>
    /// <c>availability.decided</c>: other meetings have no natural end, so one is decided for each. Source: LU <i>Övriga
    /// möten</i>.
    /// </summary>
    private static Finding? IsDecided(RecordingRequest request, PolicyPack pack) =>
        request.Meeting.IsOtherThanEducation && RetentionPlan.Of(request, pack) is RetentionPlan.Undecided
            ? Decided.Ask("availability")
            : null;

    /// <summary><c>availability.bounded</c>: kept no longer than necessary. Source: HB principle 5, §17 c.</summary>
    private static Finding? IsBounded(RecordingRequest request, PolicyPack pack)
    {
        // Most ends are so far from the bound that no calendar need be asked.
        if (EndOf(request, pack) is not { } end || end - request.Meeting.EndsAt <= pack.LongestRetention.Least)
            return null;
        var longest = pack.AfterCalendar(request.Meeting.EndsAt, pack.LongestRetention);
        // What ends before that moment ends on no later day.
        return end > longest && pack.DayOf(end) > pack.DayOf(longest) ? Bounded.Refer("availability") : null;
    }

    /// <summary>When the plan ends as far as the request tells; null where undecided or the course's end is not known.</summary>
    private static DateTimeOffset? EndOf(RecordingRequest request, PolicyPack pack) =>
        RetentionPlan.Of(request, pack) switch
        {
            RetentionPlan.Until(var day) => pack.EndOf(day),
            RetentionPlan.For(var period) => pack.AfterCalendar(request.Meeting.EndsAt, period),
            RetentionPlan.WhileCourseIsOpen => request.Meeting.Course?.ClosesAt,
            _ => null,
        };
}
