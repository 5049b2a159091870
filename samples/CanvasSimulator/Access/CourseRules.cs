using CanvasSimulator.World;

namespace CanvasSimulator.Access;

/// <summary>Rule A: what <c>concluded</c> reports (facts: Canvas 3.3).</summary>
internal static class CourseRules
{
    public static bool IsConcluded(this Truth truth, Course course, DateTimeOffset now)
    {
        if (course.State == "completed")
            return true;
        return course is { Restrict: true, EndAt: { } end } ? end < now : truth.TermOf(course).EndAt < now;
    }
}
