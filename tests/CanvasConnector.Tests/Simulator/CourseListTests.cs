using System.Text.Json;
using CanvasConnector.Tests.Support;

namespace CanvasConnector.Tests.Simulator;

/// <summary>Lists of courses and their people in Campus's Canvas (facts: Canvas 4).</summary>
public sealed class CourseListTests
{
    private const string Courses = "/api/v1/accounts/1/courses";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "101 102 109876543210000001")]
    [InlineData("state[]=all", "101 102 103 109876543210000001")]
    [InlineData("state[]=deleted", "103")]
    [InlineData("state[]=available&state[]=deleted", "101 103 109876543210000001")]
    [InlineData("published=true", "101 109876543210000001")]
    [InlineData("state[]=all&completed=true", "102")]
    [InlineData("state[]=all&enrollment_term_id=2", "102")]
    [InlineData("enrollment_term_id=1", "101 109876543210000001")]
    [InlineData("by_teachers[]=4", "101 109876543210000001")]
    [InlineData("blueprint=true", "101")]
    [InlineData("public=true", "109876543210000001")]
    [InlineData("by_subaccounts[]=1", "")]
    [InlineData("by_subaccounts[]=2", "101 102 109876543210000001")]
    [InlineData("enrollment_type[]=ta", "")]
    [InlineData("search_term=physics", "101")]
    [InlineData("search_term=teacher-2&search_by=teacher", "101 109876543210000001")]
    [InlineData("sort=course_name&order=desc", "101 102 109876543210000001")]
    [InlineData("order=desc", "109876543210000001 102 101")]
    public async Task AccountList_Filtered_HoldsWhatFits(string query, string ids)
    {
        await using var campus = await Campus.StartAsync(Ct);
        await campus.JsonAsync("DELETE /api/v1/courses/102?event=conclude", Ct);
        await campus.JsonAsync("DELETE /api/v1/courses/103?event=delete", Ct);
        await campus.JsonAsync("PUT /api/v1/courses/101", Ct, fields: ("course[blueprint]", "true"));
        await campus.JsonAsync("PUT /api/v1/courses/109876543210000001", Ct, fields: ("course[is_public]", "true"));

        var courses = await campus.JsonAsync($"GET {Courses}?{query}", Ct);

        Assert.Equal(ids, string.Join(' ', courses.EnumerateArray().Select(course => course.GetProperty("id").GetInt64())));
    }

    [Fact]
    public async Task AccountList_WithIncludes_GivesRawTermAndConcluded()
    {
        await using var campus = await Campus.StartAsync(Ct);

        var courses = await campus.JsonAsync($"GET {Courses}?include[]=term&include[]=concluded&enrollment_term_id=2", Ct);
        var course = Assert.Single(courses.EnumerateArray());

        Assert.Equal(TestClock.Start.AddDays(60), course.GetProperty("term").GetProperty("end_at").GetDateTimeOffset());
        Assert.False(course.GetProperty("concluded").GetBoolean());
    }

    [Theory]
    [InlineData("course[blueprint]", "blueprint")]
    [InlineData("course[template]", "template")]
    public async Task Flags_OfACourse_AreForAdministratorsToSet(string field, string key)
    {
        await using var campus = await Campus.StartAsync(Ct);

        var ignored = await campus.JsonAsync("PUT /api/v1/courses/101", Ct, "campus-teacher", (field, "true"));
        var set = await campus.JsonAsync("PUT /api/v1/courses/101", Ct, fields: (field, "true"));

        Assert.Equal((false, true), (ignored.GetProperty(key).GetBoolean(), set.GetProperty(key).GetBoolean()));
    }

    [Fact]
    public async Task Quota_OfACourse_IsAnAdministratorsToSet()
    {
        await using var campus = await Campus.StartAsync(Ct);

        await campus.JsonAsync("PUT /api/v1/courses/101", Ct, fields: ("course[storage_quota_mb]", "2"));
        var quota = await campus.JsonAsync("GET /api/v1/courses/101/files/quota", Ct);

        Assert.Equal("""{"quota":2097152,"quota_used":0}""", quota.GetRawText());
    }

    [Fact]
    public async Task Users_OfACourse_AreFoundByRoleAndStateWithTheirAddresses()
    {
        await using var campus = await Campus.StartAsync(Ct);
        const string path = "GET /api/v1/courses/101/users?enrollment_type[]=teacher&enrollment_state[]=active&include[]=email";

        var teachers = await campus.JsonAsync(path, Ct, "campus-teacher");
        var seenByStudent = await campus.JsonAsync(path, Ct, "campus-student");

        Assert.Equal(["teacher@campus.example.edu", "teacher-2@campus.example.edu"], Emails(teachers));
        Assert.Equal([null, null], Emails(seenByStudent));
    }

    private static IEnumerable<string?> Emails(JsonElement users) =>
        users.EnumerateArray().Select(user => user.TryGetProperty("email", out var email) ? email.GetString() : null);
}
