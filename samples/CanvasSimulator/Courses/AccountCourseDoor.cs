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
        var filter = new AccountCourseFilter(call);
        var courses = call.Truth.Courses.Where(course => account.ParentId is null || course.AccountId == account.Id).Where(filter.Fits);
        return call.Page(InOrder(call, courses), course => CourseJson.Of(call, course), tellsLast: false);
    }

    private static IEnumerable<Course> InOrder(Call call, IEnumerable<Course> courses)
    {
        var down = call.Fields.Text("order") == "desc";
        return call.Fields.Text("sort") switch
        {
            "course_name" => By(course => course.Name),
            "sis_course_id" => By(course => course.SisId ?? ""),
            "account_name" => By(course => call.Truth.Accounts.First(account => account.Id == course.AccountId).Name),
            _ => down ? courses.OrderByDescending(course => course.Id) : courses,
        };

        IEnumerable<Course> By(Func<Course, string> name) =>
            down
                ? courses.OrderByDescending(name, StringComparer.OrdinalIgnoreCase).ThenByDescending(course => course.Id)
                : courses.OrderBy(name, StringComparer.OrdinalIgnoreCase).ThenBy(course => course.Id);
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
        call.Truth.AddCourse(course);
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
