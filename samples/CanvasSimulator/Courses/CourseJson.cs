using System.Text.Json.Nodes;
using CanvasSimulator.Access;
using CanvasSimulator.Accounts;
using CanvasSimulator.Http;
using CanvasSimulator.Users;
using CanvasSimulator.World;

namespace CanvasSimulator.Courses;

/// <summary>Courses as Canvas shows them to a caller.</summary>
internal static class CourseJson
{
    public static JsonObject Of(Call call, Course course)
    {
        var json = Basics(course);
        // Left out, not null, for callers who may not see it.
        if (call.AccessTo(course).Administers)
            json["sis_course_id"] = course.SisId;
        Include(call, course, json);
        return json;
    }

    /// <summary>All that a caller learns who is barred by date.</summary>
    public static JsonObject Barred(Course course) => new() { ["id"] = course.Id, ["access_restricted_by_date"] = true };

    private static JsonObject Basics(Course course) =>
        new()
        {
            ["id"] = course.Id,
            ["name"] = course.Name,
            ["course_code"] = course.Code,
            ["account_id"] = course.AccountId,
            ["root_account_id"] = 1,
            ["uuid"] = course.Uuid,
            ["workflow_state"] = course.State,
            ["created_at"] = course.CreatedAt.Iso(),
            ["start_at"] = course.StartAt.Iso(),
            ["end_at"] = course.EndAt.Iso(),
            ["restrict_enrollments_to_course_dates"] = course.Restrict,
            ["enrollment_term_id"] = course.TermId,
            ["time_zone"] = course.TimeZone,
            ["is_public"] = course.IsPublic,
            ["is_public_to_auth_users"] = course.IsPublicToAuthUsers,
            ["blueprint"] = course.Blueprint,
            ["template"] = course.Template,
            ["storage_quota_mb"] = course.QuotaMegabytes,
            ["default_view"] = "modules",
            ["hide_final_grades"] = false,
            ["apply_assignment_group_weights"] = false,
        };

    private static void Include(Call call, Course course, JsonObject json)
    {
        var include = call.Include;
        if (include.Contains("term"))
            json["term"] = TermJson.InsideCourse(call.Truth, course, call.CallerIfAny);
        if (include.Contains("concluded"))
            json["concluded"] = call.Truth.IsConcluded(course, call.Now);
        if (include.Contains("total_students"))
            json["total_students"] = Current(call, course, "StudentEnrollment").Distinct().Count();
        if (include.Contains("storage_quota_used_mb"))
            json["storage_quota_used_mb"] = call.Truth.QuotaUsed(course) / 1_048_576.0;
        if (include.Contains("account_name"))
            json["account_name"] = call.Truth.Accounts.First(account => account.Id == course.AccountId).Name;
        if (include.Contains("access_restricted_by_date"))
            json["access_restricted_by_date"] = false;
        if (include.Contains("teachers"))
            json["teachers"] = Teachers(call, course);
    }

    private static JsonArray Teachers(Call call, Course course)
    {
        var ids = Current(call, course, "TeacherEnrollment").ToHashSet();
        return new JsonArray([.. call.Truth.Users.Where(user => ids.Contains(user.Id)).Select(UserJson.Short)]);
    }

    private static IEnumerable<long> Current(Call call, Course course, string type) =>
        call
            .Truth.EnrollmentsOf(course)
            .Where(enrollment => enrollment.Type == type && enrollment.IsCurrent)
            .Select(enrollment => enrollment.UserId);
}
