using System.Text.Json.Nodes;
using CanvasSimulator.Access;
using CanvasSimulator.Http;
using CanvasSimulator.World;

namespace CanvasSimulator.Courses;

/// <summary>One course, and a user's own courses.</summary>
internal static class CourseDoor
{
    public static void Map(Routes routes)
    {
        routes.Get("/courses", call => ListFor(call, call.Caller));
        routes.Get("/users/{user_id}/courses", ListForUser);
        routes.Get("/courses/{course_id}", Get);
        routes.Put("/courses/{course_id}", Update);
        routes.Delete("/courses/{course_id}", End);
        routes.Post("/courses/{course_id}/unconclude", Unconclude);
        routes.Get("/courses/{course_id}/settings", call => Settings(call, change: false));
        routes.Put("/courses/{course_id}/settings", call => Settings(call, change: true));
    }

    private static Answer Get(Call call)
    {
        var course = call.Course(deletedToo: call.Include.Contains("all_courses") && call.Caller.IsAccountAdmin);
        var access = call.AccessTo(course);
        if (access.BarredByDate && call.Include.Contains("access_restricted_by_date"))
            return Answer.Ok(CourseJson.Barred(course));
        call.Demand(access.Reads);
        return Answer.Ok(CourseJson.Of(call, course));
    }

    private static Answer ListForUser(Call call)
    {
        var user = call.User();
        call.Demand(user == call.Caller || call.Caller.IsAccountAdmin);
        return ListFor(call, user);
    }

    private static Answer ListFor(Call call, User user)
    {
        var states = call.Fields.All("state");
        var courses = call.Truth.Courses.Where(course =>
            (states.Count == 0 ? course.State != "deleted" : states.Contains(course.State))
            && call.Truth.EnrollmentsOf(course).Any(enrollment => Fits(call, course, enrollment, user))
            && (call.AccessTo(course) is { Reads: true } or { BarredByDate: true })
        );
        return call.Page(courses, course => call.AccessTo(course).Reads ? CourseJson.Of(call, course) : CourseJson.Barred(course));
    }

    private static bool Fits(Call call, Course course, Enrollment enrollment, User user)
    {
        if (enrollment.UserId != user.Id || enrollment.State is "deleted" or "rejected" or "inactive")
            return false;
        var type = call.Fields.Text("enrollment_type");
        if (type is not null && !enrollment.Type.Equals(type + "Enrollment", StringComparison.OrdinalIgnoreCase))
            return false;
        var standing = call.Truth.StandingOf(enrollment, course, call.Now);
        return call.Fields.Text("enrollment_state") switch
        {
            "active" => standing == Standing.Active,
            "invited_or_pending" => standing == Standing.Pending,
            "completed" => standing == Standing.Completed,
            _ => true,
        };
    }

    private static Answer Update(Call call)
    {
        var course = call.Course(deletedToo: true);
        var name = call.Fields.Text("course[event]");
        if (course.State == "deleted" && name != "undelete")
            throw RefusalException.NotFound();
        call.Demand(MayChange(call, course, name));
        CourseFields.Apply(call, course);
        if (name is not null)
            CourseEvents.Apply(call.Truth, course, name, call.Now);
        else if (call.Fields.Flag("offer") == true)
            CourseEvents.Apply(call.Truth, course, "offer", call.Now);
        return Answer.Ok(CourseJson.Of(call, course));
    }

    // Re-opening is for those whom the conclusion shut out of managing, too; deleting is for administrators.
    private static bool MayChange(Call call, Course course, string? name)
    {
        var access = call.AccessTo(course);
        return name switch
        {
            "delete" or "undelete" => access.Administers,
            "offer" or "unconclude" => access.ReadsAll,
            _ => access.Manages,
        };
    }

    private static Answer End(Call call)
    {
        var course = call.Course();
        var name = call.Fields.Text("event");
        if (name is not ("delete" or "conclude"))
            return Answer.Message(400, "Only \"delete\" and \"conclude\" events are allowed.");
        call.Demand(MayChange(call, course, name));
        CourseEvents.Apply(call.Truth, course, name, call.Now);
        return Answer.Ok(new JsonObject { [name] = true });
    }

    private static Answer Unconclude(Call call)
    {
        var course = call.Course();
        call.Demand(MayChange(call, course, "unconclude"));
        CourseEvents.Apply(call.Truth, course, "unconclude", call.Now);
        return Answer.Ok(CourseJson.Of(call, course));
    }

    private static Answer Settings(Call call, bool change)
    {
        var course = call.Course();
        var access = call.AccessTo(course);
        call.Demand(change ? access.Manages : access.Reads);
        if (change)
        {
            call.Fields.WhenGiven("restrict_student_past_view", n => course.RestrictStudentPastView = call.Fields.Flag(n) == true);
            call.Fields.WhenGiven("usage_rights_required", n => course.UsageRightsRequired = call.Fields.Flag(n) == true);
        }
        return Answer.Ok(
            new JsonObject
            {
                ["restrict_student_past_view"] = course.RestrictStudentPastView,
                ["restrict_student_future_view"] = false,
                ["usage_rights_required"] = course.UsageRightsRequired,
            }
        );
    }
}
