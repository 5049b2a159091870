using CanvasSimulator.Http;
using CanvasSimulator.World;

namespace CanvasSimulator.Courses;

/// <summary>The filters of an account's course list (facts: Canvas 4).</summary>
internal static class AccountCourseFilter
{
    public static bool Fits(Call call, Course course)
    {
        var term = call.Truth.TermOf(course);
        return FitsState(call.Fields, course)
            && FitsTerm(call.Fields, term)
            && FitsDates(call, course, term)
            && FitsSearch(call.Fields, course)
            && FitsTeacher(call, course);
    }

    // Internal names: an unpublished course is "created" or "claimed" here.
    private static bool FitsState(Fields fields, Course course)
    {
        var states = fields.All("state");
        if (fields.Flag("published") == true && course.State != "available")
            return false;
        if (states.Count == 0)
            return course.State != "deleted";
        return states.Contains("all")
            || states.Contains(course.State)
            || (course.State == "unpublished" && (states.Contains("claimed") || states.Contains("created")));
    }

    private static bool FitsTerm(Fields fields, Term term)
    {
        var text = fields.Text("enrollment_term_id");
        return text is null || Ids.Parse(text) == term.Id || (term.SisId is not null && text == "sis_term_id:" + term.SisId);
    }

    private static bool FitsDates(Call call, Course course, Term term)
    {
        var fields = call.Fields;
        if (fields.Moment("ends_after") is { } after && !(course.EndAt >= after || term.EndAt >= after || Endless(course, term)))
            return false;
        if (
            fields.Moment("starts_before") is { } before
            && !(course.StartAt <= before || term.StartAt <= before || (course.StartAt ?? term.StartAt) is null)
        )
            return false;
        // An end counts here even where the course's own dates do not.
        var done = course.State == "completed" || (course.EndAt ?? term.EndAt) < call.Now;
        return fields.Flag("completed") is not { } completed || completed == done;
    }

    private static bool Endless(Course course, Term term) => (course.EndAt ?? term.EndAt) is null;

    private static bool FitsSearch(Fields fields, Course course)
    {
        var text = fields.Text("search_term");
        if (text is null)
            return true;
        if (text.Length < 3)
            throw RefusalException.BadRequest("search_term of 3 or more characters is required");
        return course.Name.Contains(text, StringComparison.OrdinalIgnoreCase)
            || course.Code.Contains(text, StringComparison.OrdinalIgnoreCase)
            || Ids.Parse(text) == course.Id
            || course.SisId == text;
    }

    private static bool FitsTeacher(Call call, Course course)
    {
        var teachers = call.Fields.All("by_teachers").Select(Ids.Parse).ToHashSet();
        var enrollments = call.Truth.EnrollmentsOf(course).Where(enrollment => enrollment.State != "deleted").ToList();
        if (call.Fields.Flag("with_enrollments") is { } some && some != enrollments.Count > 0)
            return false;
        return teachers.Count == 0 || enrollments.Exists(e => e.Type == "TeacherEnrollment" && teachers.Contains(e.UserId));
    }
}
