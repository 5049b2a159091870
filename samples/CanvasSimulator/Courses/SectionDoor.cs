using System.Text.Json.Nodes;
using CanvasSimulator.Http;
using CanvasSimulator.World;

namespace CanvasSimulator.Courses;

/// <summary>Sections of a course.</summary>
internal static class SectionDoor
{
    public static void Map(Routes routes)
    {
        routes.Get("/courses/{course_id}/sections", List);
        routes.Post("/courses/{course_id}/sections", Create);
        routes.Get("/sections/{id}", call => Change(call, manages: false, _ => { }));
        routes.Put("/sections/{id}", call => Change(call, manages: true, section => Apply(call.Fields, section)));
        routes.Delete("/sections/{id}", Delete);
    }

    private static Answer List(Call call)
    {
        var course = call.Course();
        call.Demand(call.AccessTo(course).Reads);
        return call.Page(call.Truth.SectionsOf(course), section => ToJson(call, section));
    }

    private static Answer Create(Call call)
    {
        var course = call.Course();
        call.Demand(call.AccessTo(course).Manages);
        var section = call.Truth.AddSection(course, course.Name);
        Apply(call.Fields, section);
        return Answer.Ok(ToJson(call, section));
    }

    private static Answer Delete(Call call) =>
        Change(
            call,
            manages: true,
            section =>
            {
                if (call.Truth.Enrollments.Exists(e => e.SectionId == section.Id && e.IsCurrent))
                    throw RefusalException.Invalid("workflow_state", "You can't delete a section that has enrollments");
                section.Deleted = true;
            }
        );

    private static Answer Change(Call call, bool manages, Action<Section> change)
    {
        var id = call.RouteId("id");
        var section = call.Truth.Sections.Find(section => section.Id == id && !section.Deleted) ?? throw RefusalException.NotFound();
        var access = call.AccessTo(call.Truth.Courses.First(course => course.Id == section.CourseId));
        call.Demand(manages ? access.Manages : access.Reads);
        change(section);
        return Answer.Ok(ToJson(call, section));
    }

    private static void Apply(Fields fields, Section section)
    {
        fields.WhenGiven("course_section[name]", name => section.Name = fields.Text(name) ?? section.Name);
        fields.WhenGiven("course_section[start_at]", name => section.StartAt = fields.Moment(name));
        fields.WhenGiven("course_section[end_at]", name => section.EndAt = fields.Moment(name));
        fields.WhenGiven("course_section[restrict_enrollments_to_section_dates]", name => section.Restrict = fields.Flag(name) == true);
    }

    private static JsonObject ToJson(Call call, Section section)
    {
        var json = new JsonObject
        {
            ["id"] = section.Id,
            ["course_id"] = section.CourseId,
            ["name"] = section.Name,
            ["start_at"] = section.StartAt.Iso(),
            ["end_at"] = section.EndAt.Iso(),
            ["restrict_enrollments_to_section_dates"] = section.Restrict,
            ["nonxlist_course_id"] = null,
        };
        if (call.Include.Contains("total_students"))
            json["total_students"] = Students(call.Truth, section);
        return json;
    }

    private static int Students(Truth truth, Section section) =>
        truth
            .Enrollments.Where(e => e.SectionId == section.Id && e.Type == "StudentEnrollment" && e.IsCurrent)
            .Select(e => e.UserId)
            .Distinct()
            .Count();
}
