using System.Text.Json.Nodes;
using CanvasSimulator.Http;
using CanvasSimulator.Users;
using CanvasSimulator.World;

namespace CanvasSimulator.Enrollments;

/// <summary>Who is in a course.</summary>
internal static class EnrollmentDoor
{
    private static readonly string[] Types =
    [
        "StudentEnrollment",
        "TeacherEnrollment",
        "TaEnrollment",
        "DesignerEnrollment",
        "ObserverEnrollment",
    ];

    public static void Map(Routes routes)
    {
        routes.Get("/courses/{course_id}/enrollments", List);
        routes.Post("/courses/{course_id}/enrollments", Create);
        routes.Delete("/courses/{course_id}/enrollments/{id}", End);
        routes.Get("/courses/{course_id}/users", ListUsers);
    }

    private static Answer List(Call call)
    {
        var course = call.Course();
        call.Demand(call.AccessTo(course).Reads);
        var types = call.Fields.All("type");
        var states = call.Fields.All("state");
        if (states.Count == 0)
            states = ["active", "invited"];
        var shown = call
            .Truth.EnrollmentsOf(course)
            .Where(enrollment => types.Count == 0 || types.Contains(enrollment.Type))
            // The stored state, whatever the dates say (facts: Canvas 8).
            .Where(enrollment => states.Contains(enrollment.State));
        return call.Page(shown, enrollment => ToJson(call, enrollment));
    }

    private static Answer Create(Call call)
    {
        var course = call.Course();
        call.Demand(call.AccessTo(course).Manages);
        var user = call.UserById(call.Fields.Need("enrollment[user_id]"));
        var type = call.Fields.Text("enrollment[type]") ?? "StudentEnrollment";
        if (!Types.Contains(type, StringComparer.Ordinal))
            throw RefusalException.Invalid("type", "is not known");
        var enrollment = call.Truth.Enroll(SectionFor(call, course), user.Id, type);
        enrollment.State = call.Fields.Text("enrollment[enrollment_state]") ?? "invited";
        enrollment.StartAt = call.Fields.Moment("enrollment[start_at]");
        enrollment.EndAt = call.Fields.Moment("enrollment[end_at]");
        return Answer.Ok(ToJson(call, enrollment));
    }

    private static Section SectionFor(Call call, Course course)
    {
        var id = Ids.Parse(call.Fields.Text("enrollment[course_section_id]"));
        var sections = call.Truth.SectionsOf(course).ToList();
        if (id is null)
            return sections.FirstOrDefault() ?? call.Truth.AddSection(course, course.Name);
        return sections.Find(section => section.Id == id) ?? throw RefusalException.NotFound();
    }

    private static Answer End(Call call)
    {
        var course = call.Course();
        call.Demand(call.AccessTo(course).Manages);
        var id = call.RouteId("id");
        var enrollment = call.Truth.EnrollmentsOf(course).FirstOrDefault(known => known.Id == id) ?? throw RefusalException.NotFound();
        enrollment.State = call.Fields.Text("task") switch
        {
            null or "conclude" => "completed",
            "delete" => "deleted",
            "inactivate" or "deactivate" => "inactive",
            _ => throw RefusalException.BadRequest("task is not known"),
        };
        enrollment.CompletedByCourse = false;
        return Answer.Ok(ToJson(call, enrollment));
    }

    private static Answer ListUsers(Call call)
    {
        var course = call.Course();
        call.Demand(call.AccessTo(course).Reads);
        var types = call.Fields.All("enrollment_type").Select(type => type + "Enrollment").ToList();
        var states = call.Fields.All("enrollment_state");
        var ids = call
            .Truth.EnrollmentsOf(course)
            .Where(e => types.Count == 0 || types.Exists(type => type.Equals(e.Type, StringComparison.OrdinalIgnoreCase)))
            .Where(e => states.Count == 0 ? e.IsCurrent : states.Contains(e.State))
            .Select(e => e.UserId)
            .ToHashSet();
        return call.Page(call.Truth.Users.Where(user => ids.Contains(user.Id)), user => UserJson.InCourse(call, course, user));
    }

    private static JsonObject ToJson(Call call, Enrollment enrollment) =>
        new()
        {
            ["id"] = enrollment.Id,
            ["course_id"] = enrollment.CourseId,
            ["course_section_id"] = enrollment.SectionId,
            ["user_id"] = enrollment.UserId,
            ["type"] = enrollment.Type,
            ["role"] = enrollment.Type,
            ["enrollment_state"] = enrollment.State,
            ["start_at"] = enrollment.StartAt.Iso(),
            ["end_at"] = enrollment.EndAt.Iso(),
            ["root_account_id"] = 1,
            ["user"] = UserJson.Short(call.Truth.Users.First(user => user.Id == enrollment.UserId)),
        };
}
