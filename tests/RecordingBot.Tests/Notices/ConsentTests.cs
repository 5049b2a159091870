using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Meetings;
using RecordingBot.Notices;
using RecordingBot.Tests.Decisions;
using RecordingBot.Tests.Support;
using RecordingPolicy.Notices;

namespace RecordingBot.Tests.Notices;

/// <summary>Recording that rests on consent begins when everyone who is there has given it, and no sooner (<c>consent.written-before</c>).</summary>
public sealed class ConsentTests : CampusTests
{
    [Fact]
    [Trait("Rule", "consent.written-before")]
    public async Task Right_WhenEveryoneThereHasConsented_IsGiven()
    {
        var lecture = await BegunAsync("Anna Berg", "Bo Ek");
        await (await ComesAsync(lecture)).AnswerAsync("Anna Berg", "yes");
        Assert.Equal((RecordingRight.None, "2/1"), await StandsAsync(lecture));

        await (await ComesAsync(lecture)).AnswerAsync("  bo  EK ", "yes");

        Assert.Equal((RecordingRight.Given, "2/2"), await StandsAsync(lecture));
        Assert.True(await Campus.Zoom.MayRecordAsync());
        Assert.Equal(1, await Campus.CountToldAsync("teacher", "HostConsentFirst"));
        Assert.Equal(1, await Campus.CountToldAsync("teacher", "RightGivenByConsent"));
    }

    [Fact]
    [Trait("Rule", "consent.written-before")]
    public async Task Right_WhereNobodyElseIsThere_IsNotGiven()
    {
        var lecture = await BegunAsync();

        Assert.Equal((RecordingRight.None, "0/0"), await StandsAsync(lecture));
    }

    [Fact]
    [Trait("Rule", "consent.written-before")]
    public async Task Consent_GivenAhead_CountsWhenThePersonComes()
    {
        var lecture = await Campus.PlanAsync(courseId: null);
        await Campus.DecideAsync(lecture, Requests.Consented());
        await (await ComesAsync(lecture)).AnswerAsync("Anna Berg", "yes");
        Assert.False(await Campus.Zoom.MayRecordAsync());

        await Campus.BeginAsync(lecture);
        Assert.False(await Campus.Zoom.MayRecordAsync());
        await Campus.Zoom.JoinAsync(lecture, "Anna Berg");
        await Campus.SettleAsync();

        Assert.True(await Campus.Zoom.MayRecordAsync());
    }

    [Fact]
    [Trait("Rule", "consent.written-before")]
    public async Task Newcomer_WhoHasNotConsented_IsToldAndTheHostPausesUntilTheyHave()
    {
        var lecture = await BegunAsync("Anna Berg");
        await (await ComesAsync(lecture)).AnswerAsync("Anna Berg", "yes");
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(5));
        var posts = (await Campus.Zoom.ChatAsync(lecture)).Length;

        await Campus.Zoom.JoinAsync(lecture, "Bo Ek");
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(1, await Campus.CountToldAsync("teacher", "HostConsentMissing"));
        Assert.Contains(
            await Campus.ToldAsync("teacher"),
            text => text.Contains("1 of 2 in the meeting have not", StringComparison.Ordinal)
        );
        Assert.InRange((await Campus.Zoom.ChatAsync(lecture)).Length, posts + 1, posts + 2);
        await (await ComesAsync(lecture)).AnswerAsync("Bo Ek", "yes");

        Assert.Equal(1, await Campus.CountToldAsync("teacher", "HostConsentsThere"));
        Assert.Equal((RecordingRight.Given, "2/2"), await StandsAsync(lecture));
        await Campus.Zoom.JoinAsync(lecture, "Cia Dal");
        await Campus.SettleAsync();
        Assert.Equal(2, await Campus.CountToldAsync("teacher", "HostConsentMissing"));
        await Campus.Zoom.LeaveAsync(lecture, "Cia Dal");
        await Campus.SettleAsync();
        Assert.Equal(2, await Campus.CountToldAsync("teacher", "HostConsentsThere"));
    }

    [Fact]
    [Trait("Rule", "consent.written-before")]
    public async Task Refusal_OfSomebodyWhoIsThere_KeepsTheRightAway()
    {
        var lecture = await BegunAsync("Anna Berg", "Bo Ek");
        await (await ComesAsync(lecture)).AnswerAsync("Anna Berg", "yes");
        await (await ComesAsync(lecture)).AnswerAsync("Bo Ek", "no");
        Assert.False(await Campus.Zoom.MayRecordAsync());

        await Campus.Zoom.LeaveAsync(lecture, "Bo Ek");
        await Campus.SettleAsync();

        Assert.True(await Campus.Zoom.MayRecordAsync());
    }

    [Fact]
    [Trait("Rule", "consent.written-before")]
    public async Task Consent_UnderANameThatTwoBear_CountsOnceForEachBrowser()
    {
        var lecture = await BegunAsync("Anna Berg", "Anna Berg");
        var first = await ComesAsync(lecture);
        await first.AnswerAsync("Anna Berg", "yes");
        await first.AnswerAsync("Anna Berg", "yes");
        Assert.False(await Campus.Zoom.MayRecordAsync());

        await (await ComesAsync(lecture)).AnswerAsync("Anna Berg", "yes");

        Assert.True(await Campus.Zoom.MayRecordAsync());
    }

    [Fact]
    [Trait("Rule", "consent.written-before")]
    public async Task Host_WhoJoins_NeedsNoConsent()
    {
        var lecture = await BegunAsync("Anna Berg");
        await JoinAsync(lecture, "zoom-teacher", "Teacher One");
        await (await ComesAsync(lecture)).AnswerAsync("Anna Berg", "yes");

        Assert.Equal((RecordingRight.Given, "1/1"), await StandsAsync(lecture));
    }

    [Fact]
    [Trait("Rule", "consent.written-before")]
    public async Task Participant_WhomZoomGivesNoName_IsNotTakenToHaveConsented()
    {
        var lecture = await BegunAsync("Anna Berg");
        await JoinAsync(lecture, "", "");
        await (await ComesAsync(lecture)).AnswerAsync("Anna Berg", "yes");

        Assert.Equal((RecordingRight.None, "2/1"), await StandsAsync(lecture));
    }

    [Fact]
    [Trait("Rule", "consent.kept")]
    public async Task Consent_Kept_HoldsVersionWordsTimeAndChannelAndNoName()
    {
        var lecture = await BegunAsync("Anna Berg");
        var notice = (await Campus.NoticeAsync(lecture))!;

        await (await ComesAsync(lecture)).AnswerAsync("Anna Berg", "yes", language: "sv");

        var row = Assert.Single(await RowsAsync());
        var wording = Assert.Single(StoredNotice.Read(notice).Asked).Wording.Sv;
        Assert.Equal(
            (notice.Id, notice.Sha256, ConsentKind.Recording, true, wording, "sv", "notice-page"),
            (row.NoticeId, row.NoticeSha256, row.Kind, row.Given, row.Wording, row.Language, row.Channel)
        );
        Assert.InRange(row.At, Campus.Now.AddMinutes(-1), Campus.Now);
        Assert.Contains(wording, notice.Text, StringComparison.Ordinal);
        var everything = await Campus.ReadAsync(registry =>
            registry
                .Database.SqlQuery<string>(
                    $"""SELECT "Participant" AS "Value" FROM "Attendance" UNION SELECT "Name" FROM "Attendance" UNION SELECT "Participant" FROM "Consents" UNION SELECT "Browser" FROM "Consents" """
                )
                .ToListAsync(Ct)
        );
        Assert.All(everything, text => Assert.Matches("^[0-9a-f]{32}$", text));
    }

    [Fact]
    [Trait("Rule", "consent.kept")]
    public async Task Answers_GivenAgainAndChanged_AreKeptOneAfterTheOther()
    {
        var lecture = await BegunAsync("Anna Berg");
        var anna = await ComesAsync(lecture);
        await anna.AnswerAsync("Anna Berg", "yes");
        await anna.AnswerAsync("Anna Berg", "yes");
        Assert.Single(await RowsAsync());

        await anna.AnswerAsync(null, "no");
        await anna.AnswerAsync(null, "yes");

        var rows = await RowsAsync();
        Assert.Equal([true, false, true], rows.Select(row => row.Given));
        Assert.NotNull(rows[0].WithdrawnAt);
        Assert.Equal([false, false, true], rows.Select(row => row.ReplacedAt is null));
        Assert.True(await Campus.Zoom.MayRecordAsync());
    }

    [Fact]
    [Trait("Rule", "consent.withdrawable")]
    public async Task Withdrawal_WhileTheMeetingRuns_TakesTheRightAndTellsTheHostToStop()
    {
        var lecture = await BegunAsync("Anna Berg");
        var anna = await ComesAsync(lecture);
        await anna.AnswerAsync("Anna Berg", "yes");

        await anna.AnswerAsync(null, "no");
        Assert.False(await Campus.Zoom.MayRecordAsync());
        Assert.Equal(1, await Campus.CountToldAsync("teacher", "StopConsentWithdrawn"));
        Assert.True(Assert.Single(await Campus.RecordingsAsync()).Restricted);
        await anna.AnswerAsync(null, "yes");

        Assert.True(await Campus.Zoom.MayRecordAsync());
        Assert.Equal(2, await Campus.CountToldAsync("teacher", "RightGivenByConsent"));
    }

    [Fact]
    [Trait("Rule", "consent.withdrawable")]
    public async Task Withdrawal_ByTheSameNameElsewhere_CountsToo()
    {
        var lecture = await BegunAsync("Anna Berg");
        var phone = await ComesAsync(lecture);
        await phone.AnswerAsync("Anna Berg", "yes");
        await (await ComesAsync(lecture)).AnswerAsync("anna berg", "no");
        Assert.False(await Campus.Zoom.MayRecordAsync());

        // The no was said elsewhere, and is taken back there.
        await phone.AnswerAsync("Anna Berg", "yes");

        Assert.False(await Campus.Zoom.MayRecordAsync());
    }

    [Fact]
    [Trait("Rule", "consent.specific")]
    public async Task Consent_WhenThePurposeChanges_IsAskedForAnewAndSaysWhatChanged()
    {
        var lecture = await BegunAsync("Anna Berg");
        var anna = await ComesAsync(lecture);
        await anna.AnswerAsync("Anna Berg", "yes");
        var request = Requests.Consented();
        request["purpose"]!["text"] = "Colleagues who could not come hear the discussion of the pendulum.";

        await Campus.DecideAsync(lecture, request);

        Assert.Equal((RecordingRight.Given, "1/0"), await StandsAsync(lecture));
        Assert.Equal(1, await Campus.CountToldAsync("teacher", "HostConsentMissing"));
        var page = await anna.ReadAsync();
        Assert.Contains("Your yes no longer counts", page, StringComparison.Ordinal);
        Assert.Contains("An earlier yes doesn’t cover what is new", page, StringComparison.Ordinal);
        Assert.True(
            page.IndexOf("This has changed", StringComparison.Ordinal) < page.IndexOf("id=\"meeting\"", StringComparison.Ordinal),
            "What changed stands first."
        );
        await anna.AnswerAsync(null, "yes");
        Assert.Equal((RecordingRight.Given, "1/1"), await StandsAsync(lecture));
        Assert.Equal(1, await Campus.CountToldAsync("teacher", "HostConsentsThere"));
    }

    [Fact]
    public async Task Form_WithoutChoiceNameOrCookie_SaysWhatIsMissingAndKeepsNothing()
    {
        var lecture = await BegunAsync("Anna Berg");
        var anna = await ComesAsync(lecture);

        var unchosen = await anna.AnswerAsync("Anna Berg");
        var unnamed = await anna.AnswerAsync("  ", "yes");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (unchosen.Status, unnamed.Status));
        Assert.Contains("Choose yes or no", unchosen.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Anna Berg\"", unchosen.Text, StringComparison.Ordinal);
        Assert.Contains("Write the name that you have in the meeting", unnamed.Text, StringComparison.Ordinal);
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task Form_Forged_IsRefused()
    {
        var lecture = await BegunAsync("Anna Berg");
        var anna = await ComesAsync(lecture);
        await anna.ReadAsync();

        var answer = await anna.PostAsync("no-token", "Anna Berg", "yes", null);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Empty(await RowsAsync());
    }

    [Theory]
    [InlineData("en", "I consent to Lund University recording me")]
    [InlineData("sv", "Jag samtycker till att Lunds universitet spelar in mig")]
    public async Task Page_ThatAsksForConsent_ShowsTheWordsAndPreselectsNothing(string language, string words)
    {
        var lecture = await BegunAsync();

        var page = await (await ComesAsync(lecture)).ReadAsync(language);

        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<input[^>]*checked", page);
        Assert.DoesNotContain("name=\"publication\"", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("id=\"controller\"", StringComparison.Ordinal) < page.IndexOf("<form", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "1 of 2 in the meeting now have consented to the recording.", "Not met yet")]
    [InlineData("sv", "1 av 2 i mötet nu har samtyckt till inspelningen.", "Inte uppfyllt än")]
    public async Task MeetingPage_TellsHowManyHaveConsented_AndNoNames(string language, string numbers, string open)
    {
        var lecture = await BegunAsync("Anna Berg", "Bo Ek");
        await (await ComesAsync(lecture)).AnswerAsync("Anna Berg", "yes");

        var page = await SeenByTeacherAsync($"/meetings/{(await Campus.MeetingAsync(lecture)).Id}?lang={language}");

        Assert.Contains(numbers, page, StringComparison.Ordinal);
        Assert.Contains(open, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Anna", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_ThatAreLost_LeaveTheRightAwayAndTheNoticeIsPostedAllTheSame()
    {
        var lecture = await Campus.PlanAsync(courseId: null);
        await Campus.DecideAsync(lecture, Requests.Consented());
        await Campus.Zoom.BreakAsync("webhooks-lost");
        await Campus.BeginAsync(lecture);
        await Campus.Zoom.JoinAsync(lecture, "Anna Berg");
        await (await ComesAsync(lecture)).AnswerAsync("Anna Berg", "yes");

        await Campus.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.Single(await Campus.Zoom.ChatAsync(lecture));
        Assert.False(await Campus.Zoom.MayRecordAsync());
    }

    [Fact]
    public async Task Page_Read_ChangesNothing()
    {
        var lecture = await BegunAsync("Anna Berg");
        var anna = await ComesAsync(lecture);
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(5));
        var before = await Campus.ReadAsync(registry => registry.Audit.CountAsync(Ct));

        await anna.ReadAsync();

        Assert.Equal(before, await Campus.ReadAsync(registry => registry.Audit.CountAsync(Ct)));
        Assert.Empty(await RowsAsync());
    }

    /// <summary>A meeting that rests on consent and runs, with these people in it.</summary>
    private async Task<Lecture> BegunAsync(params string[] people)
    {
        var lecture = await Campus.PlanAsync(courseId: null);
        Assert.Equal("approved", await Campus.DecideAsync(lecture, Requests.Consented()));
        await Campus.BeginAsync(lecture);
        foreach (var name in people)
            await Campus.Zoom.JoinAsync(lecture, name);
        await Campus.SettleAsync();
        return lecture;
    }

    /// <summary>A browser that has the notice's link.</summary>
    private async Task<Participant> ComesAsync(Lecture lecture) => new(Campus, await Campus.NoticeLinkAsync(lecture));

    private async Task<(string Right, string Consented)> StandsAsync(Lecture lecture)
    {
        var meeting = await Campus.MeetingAsync(lecture);
        var seen = (await Campus.Bot.GetAsync("teacher", $"/meetings/{meeting.Id}")).Must().Json;
        var consents = seen.GetProperty("consents");
        return (seen.GetProperty("right").GetString()!, $"{consents.GetProperty("present")}/{consents.GetProperty("consented")}");
    }

    /// <summary>A page of the teacher's, as it is seen.</summary>
    private async Task<string> SeenByTeacherAsync(string path)
    {
        using var session = await Campus.Bot.Http.PostAsJsonAsync("/campus/sign-in", new { account = "teacher" }, Ct);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", string.Join("; ", session.Headers.GetValues("Set-Cookie").Select(one => one.Split(';')[0])));
        using var answer = await Campus.Bot.Http.SendAsync(request, Ct);
        return WebUtility.HtmlDecode(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Ct));
    }

    private Task<List<ConsentRow>> RowsAsync() =>
        Campus.ReadAsync(registry => registry.Consents.AsNoTracking().OrderBy(row => row.Id).ToListAsync(Ct));

    /// <summary>Somebody comes of whom Zoom tells the account, or hides it.</summary>
    private async Task JoinAsync(Lecture lecture, string account, string name)
    {
        var now = Campus.Now;
        (
            await Campus.DeliverAsync(
                $$"""
                {"event":"meeting.participant_joined","event_ts":{{now.ToUnixTimeMilliseconds()}},"payload":{"object":{"id":"{{lecture.ZoomId}}","uuid":"{{lecture.Uuid}}","host_id":"zoom-teacher",
                 "participant":{"user_id":"9{{account.Length}}","user_name":"{{name}}","id":"{{account}}","participant_uuid":"P{{account.Length}}","join_time":"{{now.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}}"} } } }
                """
            )
        ).Must();
        await Campus.SettleAsync();
    }
}
