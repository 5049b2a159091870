using CanvasSimulator.Http;
using CanvasSimulator.World;

namespace CanvasSimulator.Courses;

/// <summary>Takes a course's fields from a call.</summary>
internal static class CourseFields
{
    public static void Apply(Call call, Course course)
    {
        var fields = call.Fields;
        fields.WhenGiven("course[name]", name => course.Name = fields.Text(name) ?? course.Name);
        fields.WhenGiven("course[course_code]", name => course.Code = fields.Text(name) ?? course.Code);
        fields.WhenGiven("course[is_public]", name => course.IsPublic = fields.Flag(name) == true);
        fields.WhenGiven("course[is_public_to_auth_users]", name => course.IsPublicToAuthUsers = fields.Flag(name) == true);
        fields.WhenGiven("course[time_zone]", name => course.TimeZone = fields.Text(name) ?? course.TimeZone);
        ApplyDates(fields, course);
        if (call.Caller.IsAccountAdmin)
            ApplyForAdministrators(call, course);
    }

    private static void ApplyDates(Fields fields, Course course)
    {
        fields.WhenGiven("course[start_at]", name => course.StartAt = fields.Moment(name));
        const string restrict = "course[restrict_enrollments_to_course_dates]";
        fields.WhenGiven(restrict, name => course.Restrict = fields.Flag(name) == true);
        // The end is taken only while it counts, and switching it off erases it.
        if (course.Restrict)
            fields.WhenGiven("course[end_at]", name => course.EndAt = fields.Moment(name));
        else if (fields.Has(restrict))
            course.EndAt = null;
    }

    private static void ApplyForAdministrators(Call call, Course course)
    {
        var fields = call.Fields;
        fields.WhenGiven("course[sis_course_id]", name => course.SisId = fields.Text(name));
        fields.WhenGiven("course[storage_quota_mb]", name => course.QuotaMegabytes = fields.Number(name) ?? course.QuotaMegabytes);
        fields.WhenGiven("course[blueprint]", name => course.Blueprint = fields.Flag(name) == true);
        fields.WhenGiven("course[template]", name => course.Template = fields.Flag(name) == true);
        if (fields.Has("course[term_id]") || fields.Has("course[enrollment_term_id]"))
            course.TermId = Term(call).Id;
    }

    private static Term Term(Call call)
    {
        var text = call.Fields.Text("course[term_id]") ?? call.Fields.Text("course[enrollment_term_id]");
        const string sis = "sis_term_id:";
        var term =
            text?.StartsWith(sis, StringComparison.Ordinal) == true
                ? call.Truth.Terms.Find(known => known.SisId == text[sis.Length..])
                : call.Truth.Terms.Find(known => known.Id == Ids.Parse(text));
        return term ?? throw RefusalException.NotFound();
    }
}
