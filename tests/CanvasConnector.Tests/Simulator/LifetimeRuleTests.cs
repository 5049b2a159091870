using System.Globalization;
using System.Net;
using System.Text.Json;
using CanvasConnector.Tests.Support;

namespace CanvasConnector.Tests.Simulator;

/// <summary>Rule A, Rule B and changes of state in Campus's Canvas (facts: Canvas 3; rows 8 to 10 of 9).</summary>
public sealed class LifetimeRuleTests
{
    private static readonly DateTimeOffset End = TestClock.Start.AddDays(20);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Course 102 ends with its term: 53 days for students by an override, 60 for others.</summary>
    [Theory]
    [InlineData("nothing", "student", 53)]
    [InlineData("nothing", "teacher", 60)]
    [InlineData("override without end", "student", 60)]
    [InlineData("course", "student", 20)]
    [InlineData("course", "teacher", 60)]
    [InlineData("section", "student", 20)]
    [InlineData("section", "teacher", 60)]
    [InlineData("section beside course", "student", 20)]
    [InlineData("enrollment", "student", 20)]
    [InlineData("enrollment with one date", "student", 53)]
    public async Task RuleB_EndsByTheFirstDatesThatFit_StrictlyAfterThem(string dates, string role, int days)
    {
        await using var campus = await Campus.StartAsync(Ct);
        await SetAsync(campus, dates);
        var end = TestClock.Start.AddDays(days);

        campus.Clock.Now = end.AddTicks(-1);
        var before = await IsActiveAsync(campus, role);
        campus.Clock.Now = end;
        var at = await IsActiveAsync(campus, role);
        campus.Clock.Now = end.AddTicks(1);
        var after = await IsActiveAsync(campus, role);

        Assert.Equal((true, true, false), (before, at, after));
    }

    [Theory]
    [InlineData("nothing", 60)]
    [InlineData("course", 20)]
    [InlineData("section", 60)]
    [InlineData("enrollment", 60)]
    [InlineData("override without end", 60)]
    public async Task RuleA_LooksAtCourseAndTermOnly_Strictly(string dates, int days)
    {
        await using var campus = await Campus.StartAsync(Ct);
        await SetAsync(campus, dates);
        var end = TestClock.Start.AddDays(days);

        campus.Clock.Now = end;
        var at = await CourseAsync(campus, "?include[]=concluded");
        campus.Clock.Now = end.AddTicks(1);
        var after = await CourseAsync(campus, "?include[]=concluded");

        Assert.Equal((false, true), (at.GetProperty("concluded").GetBoolean(), after.GetProperty("concluded").GetBoolean()));
        Assert.Equal("available", after.GetProperty("workflow_state").GetString());
    }

    [Fact]
    public async Task StudentBeforeTheStart_IsPendingAndATeacherIsNot()
    {
        await using var campus = await Campus.StartAsync(Ct);
        await campus.JsonAsync("PUT /api/v1/accounts/1/terms/2", Ct, fields: ("enrollment_term[start_at]", Iso(End)));

        Assert.Equal((false, true), (await IsActiveAsync(campus, "student"), await IsActiveAsync(campus, "teacher")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2027-06-01T00:00:00Z")]
    public async Task Conclude_KeepsAnEndThatIsThere(string? endAt)
    {
        await using var campus = await Campus.StartAsync(Ct);
        (string, string)[] fields = [("course[restrict_enrollments_to_course_dates]", "true"), ("course[end_at]", endAt ?? "")];
        await campus.JsonAsync("PUT /api/v1/courses/102", Ct, fields: fields);

        await campus.JsonAsync("DELETE /api/v1/courses/102", Ct, fields: ("event", "conclude"));
        var course = await CourseAsync(campus, "?include[]=concluded");
        var enrollments = await campus.JsonAsync("GET /api/v1/courses/102/enrollments?state[]=completed", Ct);

        Assert.Equal("completed", course.GetProperty("workflow_state").GetString());
        Assert.True(course.GetProperty("concluded").GetBoolean());
        Assert.Equal(endAt ?? Iso(TestClock.Start), course.GetProperty("end_at").GetString());
        Assert.Equal(2, enrollments.GetArrayLength());
    }

    [Theory]
    [InlineData("unconclude", true)]
    [InlineData("offer", false)]
    public async Task Reopening_ClearsTheEndOnlyByUnconclude(string how, bool clears)
    {
        await using var campus = await Campus.StartAsync(Ct);
        await campus.JsonAsync("PUT /api/v1/courses/102", Ct, fields: ("course[event]", "conclude"));

        var course = await campus.JsonAsync("PUT /api/v1/courses/102", Ct, fields: ("course[event]", how));

        Assert.Equal("available", course.GetProperty("workflow_state").GetString());
        Assert.Equal(clears, course.GetProperty("end_at").ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task Deleted_IsNotFoundButForAnAdministratorWhoAsksForAllCourses()
    {
        await using var campus = await Campus.StartAsync(Ct);
        var answer = await campus.JsonAsync("DELETE /api/v1/courses/102?event=delete", Ct);

        using var plain = await campus.SendAsync("GET /api/v1/courses/102", Ct);
        using var teacher = await campus.SendAsync("GET /api/v1/courses/102?include[]=all_courses", Ct, "campus-teacher");
        var shown = await CourseAsync(campus, "?include[]=all_courses");

        Assert.Equal("""{"delete":true}""", answer.GetRawText());
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (plain.StatusCode, teacher.StatusCode));
        Assert.Equal("deleted", shown.GetProperty("workflow_state").GetString());
    }

    [Fact]
    public async Task Undelete_GivesAnUnpublishedCourseWithoutItsPeople()
    {
        await using var campus = await Campus.StartAsync(Ct);
        await campus.JsonAsync("DELETE /api/v1/courses/102?event=delete", Ct);

        var course = await campus.JsonAsync("PUT /api/v1/courses/102", Ct, fields: ("course[event]", "undelete"));
        var people = await campus.JsonAsync("GET /api/v1/courses/102/enrollments", Ct);

        Assert.Equal(("unpublished", 0), (course.GetProperty("workflow_state").GetString(), people.GetArrayLength()));
    }

    [Fact]
    public async Task Terms_AreWrappedAndTellOverridesOnlyWhenAsked()
    {
        await using var campus = await Campus.StartAsync(Ct);

        var plain = (await campus.JsonAsync("GET /api/v1/accounts/1/terms", Ct)).GetProperty("enrollment_terms")[1];
        var full = (await campus.JsonAsync("GET /api/v1/accounts/1/terms?include[]=overrides", Ct)).GetProperty("enrollment_terms")[1];
        var inside = (await CourseAsync(campus, "?include[]=term")).GetProperty("term");

        Assert.Equal(
            Iso(TestClock.Start.AddDays(53)),
            full.GetProperty("overrides").GetProperty("StudentEnrollment").GetProperty("end_at").GetString()
        );
        Assert.False(plain.TryGetProperty("overrides", out _) || inside.TryGetProperty("overrides", out _));
    }

    private static Task<JsonElement> SetAsync(Campus campus, string dates)
    {
        var (course, section) = ("course[{0}]", "course_section[{0}]");
        return dates switch
        {
            "nothing" => Task.FromResult(default(JsonElement)),
            "override without end" => campus.JsonAsync(
                "PUT /api/v1/accounts/1/terms/2",
                Ct,
                fields: ("enrollment_term[overrides][StudentEnrollment][end_at]", "")
            ),
            "course" => campus.JsonAsync("PUT /api/v1/courses/102", Ct, fields: Dates(course, "course", End)),
            "section" => SectionAsync(campus, Dates(section, "section", End)),
            "section beside course" => BothAsync(),
            "enrollment" => EnrollAsync(campus, ("enrollment[start_at]", Iso(TestClock.Start)), ("enrollment[end_at]", Iso(End))),
            _ => EnrollAsync(campus, ("enrollment[end_at]", Iso(End))),
        };

        async Task<JsonElement> BothAsync()
        {
            await campus.JsonAsync("PUT /api/v1/courses/102", Ct, fields: Dates(course, "course", End.AddDays(90)));
            return await SectionAsync(campus, Dates(section, "section", End));
        }
    }

    private static (string, string)[] Dates(string form, string what, DateTimeOffset end) =>
        [
            (string.Format(CultureInfo.InvariantCulture, form, $"restrict_enrollments_to_{what}_dates"), "true"),
            (string.Format(CultureInfo.InvariantCulture, form, "start_at"), Iso(TestClock.Start.AddDays(-1))),
            (string.Format(CultureInfo.InvariantCulture, form, "end_at"), Iso(end)),
        ];

    private static async Task<JsonElement> SectionAsync(Campus campus, (string, string)[] fields)
    {
        var sections = await campus.JsonAsync("GET /api/v1/courses/102/sections", Ct);
        return await campus.JsonAsync($"PUT /api/v1/sections/{sections[0].GetProperty("id")}", Ct, fields: fields);
    }

    private static async Task<JsonElement> EnrollAsync(Campus campus, params (string, string)[] dates)
    {
        var old = await campus.JsonAsync("GET /api/v1/courses/102/enrollments?type[]=StudentEnrollment", Ct);
        await campus.JsonAsync($"DELETE /api/v1/courses/102/enrollments/{old[0].GetProperty("id")}?task=delete", Ct);
        (string, string)[] who = [("enrollment[user_id]", "3"), ("enrollment[enrollment_state]", "active"), .. dates];
        return await campus.JsonAsync("POST /api/v1/courses/102/enrollments", Ct, fields: who);
    }

    private static async Task<bool> IsActiveAsync(Campus campus, string role)
    {
        var courses = await campus.JsonAsync("GET /api/v1/courses?enrollment_state=active", Ct, "campus-" + role);
        return courses.EnumerateArray().Any(course => course.GetProperty("id").GetInt64() == 102);
    }

    private static Task<JsonElement> CourseAsync(Campus campus, string query) => campus.JsonAsync("GET /api/v1/courses/102" + query, Ct);

    private static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
