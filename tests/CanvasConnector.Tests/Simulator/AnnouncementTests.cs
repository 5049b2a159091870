using System.Net;
using System.Text.Json;
using CanvasConnector.Tests.Support;

namespace CanvasConnector.Tests.Simulator;

/// <summary>Announcements in Campus's Canvas (facts: Canvas 6).</summary>
public sealed class AnnouncementTests
{
    private const string Topics = "/api/v1/courses/101/discussion_topics";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Announcement_IsListedApartFromDiscussions()
    {
        await using var campus = await Campus.StartAsync(Ct);
        var made = await AnnounceAsync(campus);
        await campus.JsonAsync("POST " + Topics, Ct, fields: ("title", "Questions"));

        var announcements = await campus.JsonAsync($"GET {Topics}?only_announcements=true", Ct, "campus-student");
        var discussions = await campus.JsonAsync("GET " + Topics, Ct, "campus-student");

        Assert.Equal(made.GetProperty("id").GetInt64(), Assert.Single(announcements.EnumerateArray()).GetProperty("id").GetInt64());
        Assert.Equal("Questions", Assert.Single(discussions.EnumerateArray()).GetProperty("title").GetString());
    }

    [Fact]
    public async Task Announcement_ThatWaitsForItsDay_IsSeenByStudentsFromThen()
    {
        await using var campus = await Campus.StartAsync(Ct);
        var day = TestClock.Start.AddDays(2);
        var made = await AnnounceAsync(campus, ("delayed_post_at", day.ToString("O")));
        var path = $"GET {Topics}/{made.GetProperty("id")}";

        using var early = await campus.SendAsync(path, Ct, "campus-student");
        var seenByTeacher = await campus.JsonAsync(path, Ct, "campus-teacher");
        campus.Clock.Now = day;
        var seen = await campus.JsonAsync(path, Ct, "campus-student");

        Assert.Equal(HttpStatusCode.NotFound, early.StatusCode);
        Assert.False(seenByTeacher.GetProperty("published").GetBoolean());
        Assert.True(seen.GetProperty("published").GetBoolean());
    }

    [Fact]
    public async Task Announcement_Deleted_IsGoneForEveryoneAndKeptInTheTruth()
    {
        await using var campus = await Campus.StartAsync(Ct);
        var made = await AnnounceAsync(campus);
        var path = $"{Topics}/{made.GetProperty("id")}";

        await campus.JsonAsync("DELETE " + path, Ct, "campus-teacher");
        using var again = await campus.SendAsync("DELETE " + path, Ct);
        using var read = await campus.SendAsync("GET " + path, Ct);
        var truth = await campus.JsonAsync("GET /sandbox/announcements", Ct, token: null);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (again.StatusCode, read.StatusCode));
        Assert.True(Assert.Single(truth.EnumerateArray()).GetProperty("deleted").GetBoolean());
    }

    [Theory]
    [InlineData("2027-02-01T00:00:00+01:00", "2027-02-01T22:59:59Z")]
    [InlineData("2027-02-01T00:01:00+01:00", "2027-01-31T23:01:00Z")]
    public async Task LockAt_MidnightInTheCourse_MeansTheEndOfThatDay(string given, string kept)
    {
        await using var campus = await Campus.StartAsync(Ct);

        var made = await AnnounceAsync(campus, ("lock_at", given));

        Assert.Equal(kept, made.GetProperty("lock_at").GetString());
    }

    [Fact]
    public async Task Student_MayNotAnnounce()
    {
        await using var campus = await Campus.StartAsync(Ct);

        using var answer = await campus.SendAsync("POST " + Topics, Ct, "campus-student", ("title", "x"), ("is_announcement", "1"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static Task<JsonElement> AnnounceAsync(Campus campus, params (string Name, string Value)[] more) =>
        campus.JsonAsync(
            "POST " + Topics,
            Ct,
            "campus-teacher",
            [("title", "The lecture is recorded"), ("message", "<p>Why, and how long.</p>"), ("is_announcement", "true"), .. more]
        );
}
