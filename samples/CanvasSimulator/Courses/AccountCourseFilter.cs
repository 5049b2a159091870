using CanvasSimulator.Http;
using CanvasSimulator.World;

namespace CanvasSimulator.Courses;

/// <summary>The filters of an account's course list (facts: Canvas 4), read once and then asked for every course.</summary>
internal sealed class AccountCourseFilter
{
    private readonly Call call;
    private readonly HashSet<string> states;
    private readonly string? term;
    private readonly string? search;
    private readonly bool searchesTeachers;
    private readonly DateTimeOffset? endsAfter;
    private readonly DateTimeOffset? startsBefore;
    private readonly bool? published;
    private readonly bool? completed;
    private readonly bool? blueprint;
    private readonly bool? isPublic;
    private readonly bool? withEnrollments;
    private readonly HashSet<long?> accounts;
    private readonly HashSet<long?> teachers;
    private readonly HashSet<string> types;

    public AccountCourseFilter(Call call)
    {
        this.call = call;
        var fields = call.Fields;
        states = fields.All("state");
        term = fields.Text("enrollment_term_id");
        search = fields.Text("search_term");
        if (search is { Length: < 3 })
            throw RefusalException.BadRequest("search_term of 3 or more characters is required");
        searchesTeachers = fields.Text("search_by") == "teacher";
        (endsAfter, startsBefore) = (fields.Moment("ends_after"), fields.Moment("starts_before"));
        (published, completed) = (fields.Flag("published"), fields.Flag("completed"));
        (blueprint, isPublic) = (fields.Flag("blueprint"), fields.Flag("public"));
        withEnrollments = fields.Flag("with_enrollments");
        accounts = [.. fields.All("by_subaccounts").Select(Ids.Parse)];
        teachers = [.. fields.All("by_teachers").Select(Ids.Parse)];
        types = fields.All("enrollment_type").Select(type => type + "Enrollment").ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    public bool Fits(Course course)
    {
        var itsTerm = call.Truth.TermOf(course);
        return FitsState(course)
            && FitsTerm(itsTerm)
            && FitsDates(course, itsTerm)
            && FitsPlace(course)
            && FitsSearch(course)
            && FitsPeople(course);
    }

    // Internal names: an unpublished course is "created" or "claimed" here.
    private bool FitsState(Course course)
    {
        if (published is { } only && only != (course.State == "available"))
            return false;
        if (states.Count == 0)
            return course.State != "deleted";
        return states.Contains("all")
            || states.Contains(course.State)
            || (course.State == "unpublished" && (states.Contains("claimed") || states.Contains("created")));
    }

    private bool FitsTerm(Term itsTerm) =>
        term is null || Ids.Parse(term) == itsTerm.Id || (itsTerm.SisId is not null && term == "sis_term_id:" + itsTerm.SisId);

    private bool FitsDates(Course course, Term itsTerm)
    {
        var endless = (course.EndAt ?? itsTerm.EndAt) is null;
        if (endsAfter is { } after && !(course.EndAt >= after || itsTerm.EndAt >= after || endless))
            return false;
        var timeless = (course.StartAt ?? itsTerm.StartAt) is null;
        if (startsBefore is { } before && !(course.StartAt <= before || itsTerm.StartAt <= before || timeless))
            return false;
        // An end counts here even where the course's own dates do not.
        var done = course.State == "completed" || (course.EndAt ?? itsTerm.EndAt) < call.Now;
        return completed is not { } wanted || wanted == done;
    }

    private bool FitsPlace(Course course) =>
        (accounts.Count == 0 || accounts.Contains(course.AccountId))
        && (blueprint is not { } asBlueprint || asBlueprint == course.Blueprint)
        && (isPublic is not { } asPublic || asPublic == course.IsPublic);

    private bool FitsSearch(Course course)
    {
        if (search is null)
            return true;
        if (searchesTeachers)
            return Enrolled(course, "TeacherEnrollment").Any(user => user.Name.Contains(search, StringComparison.OrdinalIgnoreCase));
        return course.Name.Contains(search, StringComparison.OrdinalIgnoreCase)
            || course.Code.Contains(search, StringComparison.OrdinalIgnoreCase)
            || Ids.Parse(search) == course.Id
            || course.SisId == search;
    }

    private bool FitsPeople(Course course)
    {
        if (withEnrollments is null && teachers.Count == 0 && types.Count == 0)
            return true;
        var enrollments = call.Truth.EnrollmentsOf(course).Where(enrollment => enrollment.State != "deleted").ToList();
        return (withEnrollments is not { } some || some == enrollments.Count > 0)
            && (types.Count == 0 || enrollments.Exists(e => types.Contains(e.Type)))
            && (teachers.Count == 0 || enrollments.Exists(e => e.Type == "TeacherEnrollment" && teachers.Contains(e.UserId)));
    }

    private IEnumerable<User> Enrolled(Course course, string type)
    {
        var ids = call.Truth.EnrollmentsOf(course).Where(e => e.Type == type && e.State != "deleted").Select(e => e.UserId).ToHashSet();
        return call.Truth.Users.Where(user => ids.Contains(user.Id));
    }
}
