using RecordingPolicy.Meetings;
using RecordingPolicy.Packs;

namespace RecordingPolicy.Expiry;

/// <summary>How long a recording is kept, and what happens then.</summary>
public abstract record RetentionPlan
{
    private RetentionPlan() { }

    /// <summary>What happens when the time is over.</summary>
    public RetentionEnd End { get; init; }

    /// <summary>As long as its course is open to students; the end moves when the course's does.</summary>
    public sealed record WhileCourseIsOpen : RetentionPlan;

    /// <summary>To 23:59:59 of a day in the pack's time zone.</summary>
    public sealed record Until(DateOnly Day) : RetentionPlan;

    /// <summary>For a time after the meeting's end, on the calendar of the pack's time zone.</summary>
    public sealed record For(CalendarPeriod Period) : RetentionPlan;

    /// <summary>Nobody has decided.</summary>
    public sealed record Undecided : RetentionPlan;

    /// <summary>The plan that a request comes to under a pack.</summary>
    public static RetentionPlan Of(RecordingRequest request, PolicyPack pack)
    {
        var end = EndOf(request, pack);
        return request.Availability switch
        {
            Availability.Until(var day) => new Until(day) { End = end },
            Availability.For(var period) => new For(period) { End = end },
            Availability.CourseLifetime when request.Meeting.Course is not null => new WhileCourseIsOpen { End = end },
            // availability.decided: for education the course's lifetime is what undecided means.
            _ => request.Meeting.IsEducation ? new WhileCourseIsOpen { End = end } : new Undecided { End = end },
        };
    }

    private static RetentionEnd EndOf(RecordingRequest request, PolicyPack pack) =>
        request.CaseRecord is true && pack.Has("retention.delete-or-archive") ? RetentionEnd.ArchiveThenDelete : RetentionEnd.Delete;
}
