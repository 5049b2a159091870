using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Hosting;
using RecordingBot.Registry;
using RecordingBot.Tests.Admin;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Recordings;

/// <summary>Who opens a recording's record: <c>storage.access-limited</c> and <c>storage.access-granted</c>.</summary>
public sealed class ColleagueTests : BorasTests
{
    [Fact]
    [Trait("Rule", "storage.access-limited")]
    public async Task Recording_PrivacySensitive_IsOpenToItsRecorderNamedColleaguesAndTheDpoOnly()
    {
        var recording = await Campus.RecordedAsync(request: Sensitive());

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound],
            await StatusesAsync(recording, "teacher", "dpo", "teacher-2", "course-admin", "student")
        );
        Assert.Empty((await Campus.Bot.GetAsync("course-admin", "/recordings?course=101")).Must().Items);

        (await NameAsync(recording, "teacher-2", new { })).Must();

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotFound], await StatusesAsync(recording, "teacher-2", "course-admin"));
        // Who may look changes nothing.
        Assert.Equal(HttpStatusCode.Forbidden, (await Campus.Bot.PutAsync("teacher-2", $"/recordings/{recording}/publication")).Status);
    }

    [Fact]
    public async Task Recording_NotPrivacySensitive_IsOpenToTheCoursesPeople()
    {
        var recording = await Campus.RecordedAsync(request: Lecture());

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], await StatusesAsync(recording, "teacher-2", "course-admin"));
    }

    [Fact]
    public async Task Recording_WithoutTheRules_IsOpenToTheCoursesPeopleAndNamesNobody()
    {
        await using var lund = new SmallCampus();
        await lund.InitializeAsync();
        var request = Decisions.Requests.With(
            "contains",
            """{ "sensitive": false, "confidential": false, "private": true, "personalIdentityNumbers": false }"""
        );
        var recording = await lund.RecordedAsync(request: request);

        Assert.Equal(HttpStatusCode.OK, (await lund.Bot.GetAsync("teacher-2", $"/recordings/{recording}")).Status);
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await lund.Bot.PutAsync("teacher", $"/recordings/{recording}/colleagues/teacher-2", new { })).Status
        );
    }

    [Fact]
    [Trait("Rule", "storage.access-granted")]
    public async Task Access_WithAnEnd_EndsByItself()
    {
        var recording = await Campus.RecordedAsync(request: Sensitive());
        var until = DateOnly.FromDateTime(Campus.Now.AddDays(3).UtcDateTime);

        var named = (await NameAsync(recording, "teacher-2", new { until = until.ToString("O") })).Must().Json[0];
        Assert.Equal("teacher-2", named.GetProperty("account").GetString());
        Assert.Equal(1, await Campus.CountToldAsync("teacher-2", "AccessGranted"));
        await Campus.AdvanceAsync(TimeSpan.FromDays(2));
        Assert.Equal([HttpStatusCode.OK], await StatusesAsync(recording, "teacher-2"));
        await Campus.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Equal([HttpStatusCode.NotFound], await StatusesAsync(recording, "teacher-2"));
        Assert.Equal(["access.granted", "access.ended"], await AuditAsync(recording));
    }

    [Fact]
    [Trait("Rule", "storage.access-granted")]
    public async Task Access_WithoutAnEnd_HasTheReviewDateOfThePack()
    {
        var recording = await Campus.RecordedAsync(request: Sensitive());

        await NameAsync(recording, "teacher-2", new { });

        var row = await Campus.ReadAsync(registry => registry.Colleagues.SingleAsync(Ct));
        Assert.Equal((null, row.GrantedAt.AddMonths(6).Date), (row.EndsAt, row.ReviewAt!.Value.Date));
    }

    [Theory]
    [InlineData("keep", HttpStatusCode.OK)]
    [InlineData("end", HttpStatusCode.NotFound)]
    [InlineData(null, HttpStatusCode.NotFound)]
    [Trait("Rule", "storage.access-granted")]
    public async Task Access_AtItsReview_IsAskedAboutAndEndsWithoutAYes(string? answer, HttpStatusCode after)
    {
        var recording = await Campus.RecordedAsync(request: Sensitive());
        var review = DateOnly.FromDateTime(Campus.Now.AddDays(3).UtcDateTime);
        await NameAsync(recording, "teacher-2", new { reviewOn = review.ToString("O") });

        await Campus.AdvanceAsync(TimeSpan.FromDays(4));
        var task = Assert.Single(await Campus.TasksAsync(TaskKind.AccessReview));
        Assert.Equal([HttpStatusCode.OK], await StatusesAsync(recording, "teacher-2"));
        if (answer is not null)
            (await Campus.Bot.PostAsync("teacher", $"/tasks/{task.Id}/answer", new { answer })).Must();
        await Campus.AdvanceAsync(TimeSpan.FromDays(15));

        Assert.Equal([after], await StatusesAsync(recording, "teacher-2"));
        Assert.Empty(await Campus.TasksAsync(TaskKind.AccessReview));
    }

    [Fact]
    [Trait("Rule", "storage.access-granted")]
    public async Task Access_OfWhoLeavesTheInstitution_Ends()
    {
        var recording = await Campus.RecordedAsync(request: Sensitive());
        await NameAsync(recording, "teacher-2", new { });

        await Campus.RestartBotAsync("--People:4:Account=somebody-else", "--People:4:ZoomUserId=", "--People:4:CanvasUserId=");

        Assert.NotNull((await Campus.ReadAsync(registry => registry.Colleagues.SingleAsync(Ct))).EndedAt);
        await Campus.RestartBotAsync();
        Assert.Equal([HttpStatusCode.NotFound], await StatusesAsync(recording, "teacher-2"));
    }

    [Theory]
    [InlineData("teacher", "student", "{}", HttpStatusCode.BadRequest)]
    [InlineData("teacher", "nobody", "{}", HttpStatusCode.BadRequest)]
    [InlineData("teacher", "teacher-2", """{"until":"2020-01-01"}""", HttpStatusCode.BadRequest)]
    [InlineData("teacher", "teacher-2", """{"reviewOn":"soon"}""", HttpStatusCode.BadRequest)]
    [InlineData("teacher-2", "course-admin", "{}", HttpStatusCode.NotFound)]
    [InlineData("dpo", "teacher-2", "{}", HttpStatusCode.Forbidden)]
    public async Task Access_ThatCannotBeGiven_IsNot(string by, string account, string body, HttpStatusCode status)
    {
        var recording = await Campus.RecordedAsync(request: Sensitive());

        var answer = await Campus.Bot.PutAsync(
            by,
            $"/recordings/{recording}/colleagues/{account}",
            System.Text.Json.Nodes.JsonNode.Parse(body)
        );

        Assert.Equal(status, answer.Status);
        Assert.Empty(await Campus.ReadAsync(registry => registry.Colleagues.ToListAsync(Ct)));
    }

    [Fact]
    [Trait("Rule", "storage.access-granted")]
    public async Task Access_TakenBack_IsGoneAtOnce()
    {
        var recording = await Campus.RecordedAsync(request: Sensitive());
        await NameAsync(recording, "teacher-2", new { });

        (await Campus.Bot.DeleteAsync("teacher", $"/recordings/{recording}/colleagues/teacher-2")).Must();

        Assert.Equal([HttpStatusCode.NotFound], await StatusesAsync(recording, "teacher-2"));
    }

    [Theory]
    [InlineData("en", "Colleagues with access", "Until")]
    [InlineData("sv", "Kollegor med åtkomst", "Till")]
    [Trait("Rule", "storage.access-granted")]
    public async Task Page_OfTheRecorder_NamesAColleagueAndEndsTheAccess(string language, string heading, string until)
    {
        var recording = await Campus.RecordedAsync(request: Sensitive());
        using var browser = await AtBrowserAsync("teacher", language);
        var path = $"/recordings/{recording}";
        Assert.Contains(heading, await browser.ReadAsync(path), StringComparison.Ordinal);
        var day = DateOnly.FromDateTime(Campus.Now.AddDays(3).UtcDateTime).ToString("O");

        using var named = await browser.PostFormAsync(path, "Name", [new("account", "teacher-2"), new("until", day)]);
        Assert.Equal(HttpStatusCode.Redirect, named.StatusCode);
        var page = await browser.ReadAsync(path);
        Assert.Contains("Second teacher", page, StringComparison.Ordinal);
        Assert.Contains(until, page, StringComparison.Ordinal);
        using var colleague = await AtBrowserAsync("teacher-2", language);
        Assert.DoesNotContain("name=\"account\"", await colleague.ReadAsync(path), StringComparison.Ordinal);

        using var ended = await browser.PostFormAsync(path, "EndAccess", [new("account", "teacher-2")]);
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.Equal([HttpStatusCode.NotFound], await StatusesAsync(recording, "teacher-2"));
    }

    private async Task<HttpClient> AtBrowserAsync(string account, string language)
    {
        using var signedIn = await Campus.Bot.Http.PostAsJsonAsync("/campus/sign-in", new { account }, Ct);
        var token = (await Answer.OfAsync(signedIn, Ct)).Must().Json.GetProperty("token").GetString();
        var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = Campus.Bot.Http.BaseAddress,
        };
        browser.DefaultRequestHeaders.Accept.Add(new("text/html"));
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        browser.DefaultRequestHeaders.Add("Cookie", $"{SessionCookie.Name}={token}");
        return browser;
    }

    private Task<Answer> NameAsync(Guid recording, string account, object body) =>
        Campus.Bot.PutAsync("teacher", $"/recordings/{recording}/colleagues/{account}", body);

    private async Task<List<HttpStatusCode>> StatusesAsync(Guid recording, params string[] accounts)
    {
        List<HttpStatusCode> statuses = [];
        foreach (var account in accounts)
            statuses.Add((await Campus.Bot.GetAsync(account, $"/recordings/{recording}")).Status);
        return statuses;
    }

    private Task<List<string>> AuditAsync(Guid recording) =>
        Campus.ReadAsync(registry =>
            registry
                .Audit.Where(row => row.Subject == Subject.Recording(recording) && row.Action.StartsWith("access."))
                .OrderBy(row => row.Sequence)
                .Select(row => row.Action)
                .ToListAsync(Ct)
        );
}
