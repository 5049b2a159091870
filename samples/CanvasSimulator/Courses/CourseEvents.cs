using CanvasSimulator.Http;
using CanvasSimulator.World;

namespace CanvasSimulator.Courses;

/// <summary>Changes of a course's state, with what each leaves behind (facts: Canvas 3.2).</summary>
internal static class CourseEvents
{
    public static void Apply(Truth truth, Course course, string name, DateTimeOffset now)
    {
        switch (name)
        {
            case "conclude":
                Conclude(truth, course, now);
                break;
            case "unconclude":
                course.EndAt = null;
                Open(truth, course);
                break;
            case "offer": // the end stays, even a past one
                Open(truth, course);
                break;
            case "claim":
                course.State = "unpublished";
                break;
            case "delete":
                course.State = "deleted";
                foreach (var enrollment in truth.EnrollmentsOf(course))
                    enrollment.State = "deleted";
                break;
            case "undelete": // nobody is enrolled again
                course.State = "unpublished";
                break;
            default:
                throw RefusalException.Invalid("event", "is not known");
        }
    }

    private static void Conclude(Truth truth, Course course, DateTimeOffset now)
    {
        course.State = "completed";
        // An end that is already there stays, even in the future.
        course.EndAt ??= DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        foreach (var enrollment in truth.EnrollmentsOf(course).Where(enrollment => enrollment.IsCurrent))
            (enrollment.State, enrollment.CompletedByCourse) = ("completed", true);
    }

    private static void Open(Truth truth, Course course)
    {
        course.State = "available";
        foreach (var enrollment in truth.EnrollmentsOf(course).Where(e => e is { CompletedByCourse: true, State: "completed" }))
            (enrollment.State, enrollment.CompletedByCourse) = ("active", false);
    }
}
