using CanvasConnector.Enrollments;
using CanvasConnector.Terms;

namespace CanvasConnector.Tests.Courses;

/// <summary>
/// The same question asked the long way: at a given tick, each student's own access is decided as Canvas's enrollment date
/// builder does (rule B of facts: Canvas 3.3), and the course is closed when nobody is in it and nobody will come any more.
/// </summary>
internal static class PersonByPerson
{
    private sealed record Range(DateTimeOffset? Start, DateTimeOffset? End);

    public static bool IsClosed(AnyCourse campus, bool honoursOwnDates, DateTimeOffset now)
    {
        if (campus.Course.WorkflowState == "completed")
            return true;
        IEnumerable<Enrollment> students = campus.Students;
        if (!honoursOwnDates)
            students = students.Select(student => student with { StartAt = null, EndAt = null });
        var ranges = students.Select(student => RangeOf(campus, student)).ToList();
        // Nobody is there yet: whoever comes into a section without dates.
        if (ranges.Count == 0)
            ranges.Add(WithoutSection(campus));
        return ranges.TrueForAll(range => IsOut(range, now));
    }

    /// <summary>Rule A, as Canvas's own <c>concluded</c> is made.</summary>
    public static bool IsConcluded(AnyCourse campus, DateTimeOffset now)
    {
        var course = campus.Course;
        if (course.WorkflowState == "completed")
            return true;
        return course.RestrictEnrollmentsToCourseDates == true && course.EndAt.Value is { } end
            ? end < now
            : campus.Term.EndAt.Value is { } termEnd && termEnd < now;
    }

    private static Range RangeOf(AnyCourse campus, Enrollment student)
    {
        if (student is { StartAt: not null, EndAt: not null })
            return new(student.StartAt, student.EndAt);
        var section = campus.Sections.Single(candidate => candidate.Id == student.CourseSectionId);
        return section.RestrictEnrollmentsToSectionDates == true ? new(section.StartAt, section.EndAt.Value) : WithoutSection(campus);
    }

    private static Range WithoutSection(AnyCourse campus)
    {
        if (campus.Course.RestrictEnrollmentsToCourseDates == true)
            return new(campus.Course.StartAt, campus.Course.EndAt.Value);
        TermDates? dates = null;
        campus.Term.Overrides!.TryGetValue("StudentEnrollment", out dates);
        return new(dates?.StartAt ?? campus.Term.StartAt, dates?.EndAt ?? campus.Term.EndAt.Value);
    }

    // Not active, and the earliest boundary known is past; before that a student is only not in yet.
    private static bool IsOut(Range range, DateTimeOffset now)
    {
        var isActive = (range.Start is null || range.Start <= now) && (range.End is null || now <= range.End);
        if (isActive)
            return false;
        return new[] { range.Start, range.End }.Where(boundary => boundary is not null).Min() < now;
    }
}
