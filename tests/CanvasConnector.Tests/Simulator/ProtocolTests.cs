using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CanvasConnector.Errors;
using CanvasConnector.Files;
using CanvasConnector.Tests.Support;

namespace CanvasConnector.Tests.Simulator;

/// <summary>Campus's Canvas on the wire, as ordinary clients need it (facts: Canvas 9).</summary>
public sealed class ProtocolTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, "unauthenticated")]
    [InlineData("wrong", "Invalid access token.")]
    public async Task Token_MissingOrWrong_IsAskedForByHeader(string? token, string words)
    {
        await using var campus = await Campus.StartAsync(Ct);

        using var answer = await campus.SendAsync("GET /api/v1/courses", Ct, token);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer realm=\"canvas-lms\"", Assert.Single(answer.Headers.WwwAuthenticate).ToString());
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_Any_CarriesClockAndQuota()
    {
        await using var campus = await Campus.StartAsync(Ct);
        campus.Clock.Now += TimeSpan.FromDays(400);

        using var answer = await campus.SendAsync("GET /api/v1/users/self", Ct);

        Assert.Equal(campus.Clock.Now, answer.Headers.Date);
        Assert.True(answer.Headers.Contains("X-Request-Cost"));
        Assert.True(answer.Headers.Contains("X-Rate-Limit-Remaining"));
    }

    [Fact]
    public async Task Page_OfAccountCourses_LinksWithoutLast()
    {
        await using var campus = await Campus.StartAsync(Ct);

        using var answer = await campus.SendAsync("GET /api/v1/accounts/1/courses?state[]=all&per_page=2&page=2", Ct);
        var link = Assert.Single(answer.Headers.GetValues("Link"));

        var home = $"{campus.Address}api/v1/accounts/1/courses?state%5B%5D=all";
        Assert.Equal(
            $"<{home}&page=2&per_page=2>; rel=\"current\",<{home}&page=1&per_page=2>; rel=\"prev\",<{home}&page=1&per_page=2>; rel=\"first\"",
            link
        );
    }

    [Theory]
    [InlineData("per_page=300", 100)]
    [InlineData("per_page=0", 1)]
    [InlineData("", 10)]
    [InlineData("page=99", 0)]
    public async Task Page_Size_IsClamped(string query, int size)
    {
        await using var campus = await Campus.StartAsync(Ct);
        for (var i = 0; i < 110; i++)
            await campus.JsonAsync("POST /api/v1/courses/101/modules", Ct, fields: ("module[name]", $"M{i}"));

        var modules = await campus.JsonAsync($"GET /api/v1/courses/101/modules?{query}", Ct);

        Assert.Equal(size, modules.GetArrayLength());
    }

    [Theory]
    [InlineData("form")]
    [InlineData("json")]
    [InlineData("multipart")]
    public async Task Body_FormJsonOrMultipart_IsEqual(string kind)
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var http = new HttpClient { DefaultRequestHeaders = { { "Authorization", "Bearer campus-admin" } } };
        HttpContent body = kind switch
        {
            "form" => new FormUrlEncodedContent([new("course[name]", "New"), new("offer", "true")]),
            "json" => JsonContent.Create(new { course = new { name = "New" }, offer = true }),
            _ => new MultipartFormDataContent { { new StringContent("New"), "course[name]" }, { new StringContent("1"), "offer" } },
        };

        using var answer = await http.PostAsync(new Uri(campus.Address, "/api/v1/accounts/1/courses"), body, Ct);
        var course = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);

        Assert.Equal("New", course.GetProperty("name").GetString());
        Assert.Equal("available", course.GetProperty("workflow_state").GetString());
    }

    [Fact]
    public async Task CourseEnd_WithoutTheFlag_IsIgnoredAndTheFlagsLossErasesIt()
    {
        await using var campus = await Campus.StartAsync(Ct);
        var end = ("course[end_at]", "2027-03-01T00:00:00Z");

        var ignored = await campus.JsonAsync("PUT /api/v1/courses/103", Ct, fields: end);
        var flag = "course[restrict_enrollments_to_course_dates]";
        var erased = await campus.JsonAsync("PUT /api/v1/courses/101", Ct, fields: [(flag, "false"), end]);

        Assert.Equal(JsonValueKind.Null, ignored.GetProperty("end_at").ValueKind);
        Assert.Equal(JsonValueKind.Null, erased.GetProperty("end_at").ValueKind);
    }

    [Fact]
    public async Task DeleteCourse_WithoutEvent_IsRefused()
    {
        await using var campus = await Campus.StartAsync(Ct);

        using var answer = await campus.SendAsync("DELETE /api/v1/courses/101", Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Only", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Concluded_IsStrictAndFollowsTheClock()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var canvas = campus.Client();

        campus.Clock.Now = TestClock.Start.AddDays(90);
        Assert.False((await canvas.Courses.GetAsync(Campus.Physics, Ct)).Concluded);
        campus.Clock.Now += TimeSpan.FromTicks(1);
        var ended = await canvas.Courses.GetAsync(Campus.Physics, Ct);

        Assert.Equal((true, "available"), (ended.Concluded, ended.WorkflowState));
    }

    [Fact]
    public async Task Terms_OfASubAccount_AreRefused()
    {
        await using var campus = await Campus.StartAsync(Ct);

        using var answer = await campus.SendAsync("GET /api/v1/accounts/2/terms", Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("root_accounts", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file first")]
    [InlineData("token sent")]
    [InlineData("field missing")]
    [InlineData("field changed")]
    [InlineData("too late")]
    public async Task Upload_NotByTheRules_IsRefused(string breach)
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var canvas = campus.Client();
        var sent = new FileToUpload("a.mp4", 3, "video/mp4", "Recordings");
        var ticket = await canvas.Files.BeginUploadAsync(Campus.Physics, sent, Ct);
        ticket = breach switch
        {
            "field missing" => ticket with { Params = ticket.Params.RemoveAt(0) },
            "field changed" => ticket with { Params = ticket.Params.SetItem(0, new("filename", "b.mp4")) },
            _ => ticket,
        };
        if (breach == "too late")
            campus.Clock.Now += TimeSpan.FromMinutes(31);

        var token = breach == "token sent" ? "campus-admin" : null;
        var answer = await UploadPoster.PostAsync(ticket, [1, 2, 3], Ct, breach == "file first", token);

        Assert.Equal(400, answer.Status);
        Assert.False((await campus.JsonAsync("GET /api/v1/courses/101/files", Ct)).EnumerateArray().Any());
    }

    [Fact]
    public async Task ClientThatFollowsTheRedirectWithoutToken_GetsTheFile()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var canvas = campus.Client();
        var sent = new FileToUpload("a.mp4", 3, "video/mp4", "Recordings");
        var ticket = await canvas.Files.BeginUploadAsync(Campus.Physics, sent, Ct);

        var answer = await UploadPoster.PostAsync(ticket, [1, 2, 3], Ct);
        var file = await campus.JsonAsync("GET " + new Uri(answer.Location!).PathAndQuery, Ct, token: null);

        Assert.Equal("a.mp4", file.GetProperty("display_name").GetString());
        Assert.True(file.TryGetProperty("url", out _));
    }

    [Fact]
    public async Task Restart_AfterChanges_KnowsThem()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using (var canvas = campus.Client())
        {
            var folder = await canvas.Folders.EnsureOpenAsync(Campus.Physics, "Recordings", Ct);
            await canvas.UploadAsync(Campus.Physics, folder, "a.mp4", [1, 2, 3], Ct);
        }

        campus.Clock.Now += TimeSpan.FromDays(5);
        await campus.RestartAsync(Ct);
        using var again = campus.Client();
        var found = await again.Folders.EnsureOpenAsync(Campus.Physics, "Recordings", Ct);
        var file = await again.Files.FindInFolderAsync(found.Id, "a.mp4", Ct);
        using var bytes = await campus.SendAsync($"GET /files/{file!.Id}/download", Ct);

        Assert.Equal([1, 2, 3], await bytes.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal(TestClock.Start.AddDays(90), (await again.Courses.GetAsync(Campus.Physics, Ct)).EndAt.Value);
    }

    [Theory]
    [InlineData("status-500", CanvasErrorKind.Unavailable)]
    [InlineData("html-503", CanvasErrorKind.Unavailable)]
    [InlineData("reset", CanvasErrorKind.Unavailable)]
    [InlineData("html-200", CanvasErrorKind.Protocol)]
    [InlineData("throttle-403", CanvasErrorKind.Throttled)]
    [InlineData("throttle-429", CanvasErrorKind.Throttled)]
    [InlineData("token-expired", CanvasErrorKind.Unauthorized)]
    public async Task Fault_SwitchedOn_StrikesAndPasses(string fault, CanvasErrorKind kind)
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var canvas = campus.Client(configure: options => options.MaxAttempts = 1);
        await campus.FaultAsync(fault, Ct, times: 1, path: "/users/");

        var untouched = await canvas.Courses.GetAsync(Campus.Physics, Ct);
        var struck = await Assert.ThrowsAsync<CanvasException>(() => canvas.Users.SelfAsync(Ct));
        var self = await canvas.Users.SelfAsync(Ct);

        Assert.Equal((Campus.Physics, kind, "1"), (untouched.Id, struck.Kind, self.Id.Value));
    }

    [Fact]
    public async Task Fault_QuotaFull_RefusesUploadsUntilItIsCleared()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var canvas = campus.Client();
        var file = new FileToUpload("a.mp4", 3, "video/mp4", "Recordings");
        await campus.FaultAsync("quota-full", Ct, times: 100);

        var fault = await Assert.ThrowsAsync<CanvasException>(() => canvas.Files.BeginUploadAsync(Campus.Physics, file, Ct));
        var full = await canvas.Files.QuotaAsync(Campus.Physics, Ct);
        await campus.JsonAsync("DELETE /sandbox/faults", Ct, token: null);

        Assert.Equal((CanvasErrorKind.OverQuota, 0), (fault.Kind, full.Free));
        Assert.NotNull(await canvas.Files.BeginUploadAsync(Campus.Physics, file, Ct));
    }

    [Fact]
    public async Task Unknown_PathOrThing_IsNotFoundInCanvassWords()
    {
        await using var campus = await Campus.StartAsync(Ct);

        foreach (var path in new[] { "/api/v1/nothing", "/api/v1/files/999", "/api/v1/courses/x" })
        {
            using var answer = await campus.SendAsync("GET " + path, Ct);

            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains("does not exist", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }
    }
}
