using System.Text.Json.Nodes;
using CanvasSimulator.Http;
using CanvasSimulator.World;

namespace CanvasSimulator.Courses;

/// <summary>An account's courses: the list, new ones, and one event for many.</summary>
internal static class AccountCourseDoor
{
    public static void Map(Routes routes)
    {
        routes.Get("/accounts/{account_id}/courses", List);
        routes.Post("/accounts/{account_id}/courses", Create);
        routes.Put("/accounts/{account_id}/courses", UpdateMany);
    }

    private static Answer List(Call call)
    {
        call.Demand(call.Caller.IsAccountAdmin);
        var account = call.Account();
        var courses = call
            .Truth.Courses.Where(course => account.ParentId is null || course.AccountId == account.Id)
            .Where(course => AccountCourseFilter.Fits(call, course))
            .OrderBy(course => course.Id)
            .ToList();
        return call.Page(courses, course => CourseJson.Of(call, course), tellsLast: false);
    }

    private static Answer Create(Call call)
    {
        call.Demand(call.Caller.IsAccountAdmin);
        var course = new Course
        {
            Id = call.Truth.NextId(),
            AccountId = call.Account().Id,
            TermId = call.Truth.Terms[0].Id,
            Name = call.Fields.Text("course[name]") ?? "Unnamed Course",
            Code = call.Fields.Text("course[course_code]") ?? "Unnamed",
            Uuid = Secrets.New(),
            CreatedAt = call.Now,
        };
        CourseFields.Apply(call, course);
        call.Truth.Courses.Add(course);
        call.Truth.RootFolder(course);
        var section = call.Truth.AddSection(course, course.Name);
        if (call.Fields.Flag("offer") == true)
            CourseEvents.Apply(call.Truth, course, "offer", call.Now);
        if (call.Fields.Flag("enroll_me") == true)
            call.Truth.Enroll(section, call.Caller.Id, "TeacherEnrollment");
        return Answer.Ok(CourseJson.Of(call, course));
    }

    private static Answer UpdateMany(Call call)
    {
        call.Demand(call.Caller.IsAccountAdmin);
        var ids = call.Fields.All("course_ids").Select(Ids.Parse).ToHashSet();
        var name = call.Fields.Need("event");
        foreach (var course in call.Truth.Courses.Where(course => ids.Contains(course.Id)))
            CourseEvents.Apply(call.Truth, course, name, call.Now);
        return Answer.Ok(
            new JsonObject
            {
                ["id"] = call.Truth.NextId(),
                ["workflow_state"] = "completed",
                ["completion"] = 100,
            }
        );
    }
}
