using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;
using RecordingBot.Tests.Api;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Admin;

public sealed partial class PagesTests(OpenHouse house)
{
    private static readonly DateTimeOffset Long = new(2026, 9, 7, 8, 15, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("teacher", "sv", "Dina inspelningar")]
    [InlineData("course-admin", "en", "Courses with recordings")]
    [InlineData("student", "en", "Have you been in a recorded meeting?")]
    public async Task Start_ForARole_ShowsWhatIsTheirs(string account, string language, string expected)
    {
        using var browser = await house.AtBrowserAsync(account, language);

        var page = await browser.ReadAsync("/");

        Assert.Contains(expected, page, StringComparison.Ordinal);
        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_OfATeacher_LeadsStraightIntoTheInterview()
    {
        using var browser = await house.AtBrowserAsync("teacher-2");

        using var asked = await browser.PostFormAsync("/", "", [new("key", "start-page"), new("text", "record")], action: "/chat");

        Assert.Equal("/chat", asked.Headers.Location?.ToString());
        Assert.Contains("<p class=\"said\">record</p>", await browser.ReadAsync("/chat/plain"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WithATopicFromOutside_ShowsItAsText()
    {
        var recording = await AddAsync(RecordingState.Registered, topic: "<script>alert(1)</script>");
        using var browser = await house.AtBrowserAsync("teacher");

        var page = await browser.ReadAsync($"/recordings/{recording}");

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RecordingState.Expected)]
    [InlineData(RecordingState.Registered)]
    [InlineData(RecordingState.Published)]
    [InlineData(RecordingState.Unpublished)]
    [InlineData(RecordingState.Deleted)]
    public async Task Pages_OfARecordingInAnyState_HaveNoInlineStyleOrScript(RecordingState state)
    {
        var recording = await AddAsync(state);
        using var browser = await house.AtBrowserAsync("teacher", "sv");

        foreach (var page in new[] { $"/recordings/{recording}", "/courses/101/recordings", "/" })
            Assert.DoesNotMatch(Inline(), await browser.ReadAsync(page));
    }

    [Fact]
    public async Task Course_ForItsAdmin_TellsStateEndAndReason()
    {
        await AddAsync(RecordingState.Published, course: "55510");
        using var browser = await house.AtBrowserAsync("course-admin");

        var page = await browser.ReadAsync("/courses/55510/recordings");

        Assert.Contains("Published", page, StringComparison.Ordinal);
        Assert.Contains("when the course", page, StringComparison.Ordinal);
        Assert.Contains("role=\"img\" aria-label=\"From Mon 7 Sep", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/courses/101/recordings")]
    [InlineData("/register")]
    [InlineData("/audit")]
    public async Task Page_ThatIsNotTheirs_IsNotShownToAStudent(string path)
    {
        using var browser = await house.AtBrowserAsync("student");

        using var answer = await browser.GetAsync(path, Ct);

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.Forbidden });
        var page = await answer.Content.ReadAsStringAsync(Ct);
        Assert.Contains("Give this code", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Error_InThePlaceOfAnAddress_LetsTheLanguageBeChangedThere()
    {
        using var browser = await house.AtBrowserAsync("student", "sv");

        using var answer = await browser.GetAsync("/nowhere?a=1", Ct);
        var page = await answer.SeenAsync();

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("name=\"returnUrl\" value=\"/nowhere?a=1\"", page, StringComparison.Ordinal);
        Assert.Contains("Sidan finns inte", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WithItsToken_DoesTheActAndShowsThePageAgain()
    {
        var recording = await AddAsync(RecordingState.Registered, recordedAt: house.Clock.GetUtcNow().AddDays(-1));
        using var browser = await house.AtBrowserAsync("teacher");

        using var unconfirmed = await browser.PostFormAsync($"/recordings/{recording}", "Delete", []);
        using var confirmed = await browser.PostFormAsync($"/recordings/{recording}", "Delete", [new("confirmed", "true")]);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect), (unconfirmed.StatusCode, confirmed.StatusCode));
        Assert.Contains("First confirm", await unconfirmed.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(
            1,
            await house.RegistryAsync(registry =>
                registry.Audit.CountAsync(row => row.Subject == Subject.Recording(recording) && row.Action == "deletion.asked", Ct)
            )
        );
    }

    [Fact]
    public async Task Form_WithoutItsToken_DoesNothing()
    {
        var recording = await AddAsync(RecordingState.Registered);
        using var browser = await house.AtBrowserAsync("teacher");
        using var form = new FormUrlEncodedContent([new("confirmed", "true")]);

        using var answer = await browser.PostAsync($"/recordings/{recording}?handler=Delete", form, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("too old", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Language_Chosen_HoldsForThePersonWhereverTheyAre()
    {
        using var browser = await house.AtBrowserAsync("dpo");

        using var chosen = await browser.PostFormAsync("/", "", [new("language", "sv"), new("returnUrl", "/tasks")], action: "/language");

        Assert.Equal("/tasks", chosen.Headers.Location?.ToString());
        using var elsewhere = await house.AtBrowserAsync("dpo", "en");
        Assert.Contains("<html lang=\"sv\">", await elsewhere.ReadAsync("/tasks"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tasks_WithAnswers_OfferThem()
    {
        var teacher = await house.PersonAsync("teacher");
        await house.RegistryAsync(async registry =>
        {
            var recording = await Sample.RecordAsync(registry, teacher, RecordingState.Registered, Long);
            return await Sample.AskAsync(
                registry,
                TaskKind.MissingDate,
                Subject.Recording(recording.Id),
                Role.CourseAdmin,
                teacher.Id,
                "until delete",
                recording.Topic
            );
        });
        using var browser = await house.AtBrowserAsync("teacher", "sv");

        var page = await browser.ReadAsync("/tasks");

        Assert.Contains("har inget slut som gäller", page, StringComparison.Ordinal);
        Assert.Contains("name=\"answer\" value=\"until\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Styles_AreServedFromBesideTheProgram()
    {
        using var nobody = house.Anonymous();

        using var own = await nobody.GetAsync("/site.css", Ct);
        using var pico = await nobody.GetAsync("/lib/pico/pico.min.css", Ct);
        using var licence = await nobody.GetAsync("/lib/pico/LICENSE.md", Ct);

        Assert.All([own, licence, pico], answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.True(own.Headers.CacheControl?.Public);
    }

    private async Task<Guid> AddAsync(
        RecordingState state,
        string topic = "FYSA12, lecture 3",
        string course = Sample.Course,
        DateTimeOffset? recordedAt = null
    )
    {
        var teacher = await house.PersonAsync("teacher");
        return (await house.RegistryAsync(registry => Sample.RecordAsync(registry, teacher, state, recordedAt ?? Long, topic, course))).Id;
    }

    [GeneratedRegex(@"<script|<style|\sstyle=|\son\w+=", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Inline();
}
