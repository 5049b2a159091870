using CanvasSimulator.World;

namespace CanvasSimulator.Access;

/// <summary>
/// What one caller may do in one course today: administer the account, manage the course's content, read it as its
/// teachers do, or read it as its students do. <c>BarredByDate</c> says that only dates stand in the way.
/// </summary>
internal sealed record CourseAccess(bool Administers, bool Manages, bool ReadsAll, bool Reads, bool BarredByDate)
{
    public static CourseAccess Of(Truth truth, Course course, User? caller, DateTimeOffset now)
    {
        if (caller?.IsAccountAdmin == true)
            return new(true, true, true, true, false);

        var own = truth.EnrollmentsOf(course).Where(enrollment => enrollment.UserId == caller?.Id).ToList();
        var standings = own.ConvertAll(enrollment => (enrollment.IsTeaching, truth.StandingOf(enrollment, course, now)));
        var manages = standings.Contains((true, Standing.Active));
        // After the end a teacher still reads, but manages nothing.
        var readsAll = manages || standings.Contains((true, Standing.Completed));
        var opened = course.State is "available" or "completed";
        var isPublic = course.State == "available" && (course.IsPublic || (course.IsPublicToAuthUsers && caller is not null));
        var past = standings.Contains((false, Standing.Completed)) && !course.RestrictStudentPastView;
        var reads = readsAll || isPublic || (opened && (past || standings.Contains((false, Standing.Active))));
        return new(false, manages, readsAll, reads, !reads && standings.Exists(s => s.Item2 != Standing.Gone));
    }
}
