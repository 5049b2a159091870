using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Notices;
using RecordingBot.Tests.Decisions;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Notices;

/// <summary>A notice that changes: every version stays readable, no link is a dead end, and people are told what changed.</summary>
public sealed class NoticeVersionTests : CampusTests
{
    private const string Pendulum = """{ "text": "Students at home follow the demonstration of the pendulum." }""";

    [Theory]
    [InlineData("en", "This has changed", "What the recording is for")]
    [InlineData("sv", "Det här har ändrats", "Vad inspelningen ska användas till")]
    public async Task Link_OfAnEarlierVersion_LeadsToTheNewestAndSaysWhatChanged(string language, string changed, string heading)
    {
        var lecture = await Campus.DecidedAsync();
        var first = await Campus.NoticeLinkAsync(lecture);

        await Campus.DecideAsync(lecture, Requests.With("purpose", Pendulum));

        var page = WebUtility.HtmlDecode((await Campus.Bot.ReadAsync(new($"{first}?lang={language}"))).Must().Text);
        Assert.Contains(changed, page, StringComparison.Ordinal);
        var what = page[page.IndexOf(changed, StringComparison.Ordinal)..page.IndexOf("id=\"meeting\"", StringComparison.Ordinal)];
        Assert.Contains(heading, what, StringComparison.Ordinal);
        Assert.Contains("Students repeat the derivations", what, StringComparison.Ordinal);
        Assert.Contains("pendulum", what, StringComparison.Ordinal);
        Assert.Contains("/versions/1", page, StringComparison.Ordinal);
        Assert.NotEqual(first, await Campus.NoticeLinkAsync(lecture));
    }

    [Fact]
    public async Task Version_ThatWasReplaced_IsStillReadAsShownWithItsHash()
    {
        var lecture = await Campus.DecidedAsync();
        var old = (await Campus.NoticeAsync(lecture))!;
        await Campus.DecideAsync(lecture, Requests.With("purpose", Pendulum));
        var link = await Campus.NoticeLinkAsync(lecture);

        var page = WebUtility.HtmlDecode((await Campus.Bot.ReadAsync(new(link + "/versions/1?lang=en"))).Must().Text);
        var text = (await Campus.Bot.ReadAsync(new(link + "/versions/1/text"))).Must().Text;

        Assert.Contains(old.Sha256, page, StringComparison.Ordinal);
        Assert.Contains("Students repeat the derivations", page, StringComparison.Ordinal);
        Assert.Contains("It was in force from", page, StringComparison.Ordinal);
        Assert.Equal(old.Sha256, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
        Assert.Equal(HttpStatusCode.NotFound, (await Campus.Bot.ReadAsync(new(link + "/versions/3"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Campus.Bot.ReadAsync(new(link + "/versions/3/text"))).Status);
    }

    [Fact]
    public async Task Decision_ThatComesToTheSameText_MakesNoVersion()
    {
        var lecture = await Campus.DecidedAsync();
        var first = await Campus.NoticeLinkAsync(lecture);

        await Campus.DecideAsync(lecture, Requests.With("deviationReason", "\"Said, and not needed.\""));

        Assert.Equal(first, await Campus.NoticeLinkAsync(lecture));
        Assert.Single(await VersionsAsync());
        Assert.True(await Campus.Zoom.MayRecordAsync());
    }

    [Fact]
    public async Task Course_ThatMoves_IsToldInANewVersionOnce()
    {
        var lecture = await Campus.DecidedAsync();

        await Campus.Canvas.EndAtAsync(Campus.Now.AddDays(50));
        await Campus.AdvanceAsync(TimeSpan.FromHours(2));
        await Campus.SettleAsync();

        var versions = await VersionsAsync();
        Assert.Equal(2, versions.Count);
        Assert.Equal(versions[0].Scope, versions[1].Scope);
        var change = Assert.Single(StoredNotice.Read(versions[0]).ChangesTo(StoredNotice.Read(versions[1])));
        Assert.Equal("keeps", change.Key);
    }

    [Fact]
    public async Task Change_WhileTheMeetingRuns_IsPostedInItsChatWithWhatChanged()
    {
        var lecture = await Campus.DecidedAsync();
        await Campus.BeginAsync(lecture);
        Assert.Single(await Campus.Zoom.ChatAsync(lecture));

        await Campus.DecideAsync(lecture, Requests.With("purpose", Pendulum));

        var posts = await Campus.Zoom.ChatAsync(lecture);
        Assert.Equal(2, posts.Length);
        Assert.Contains("The information about the recording has changed (purpose).", posts[1], StringComparison.Ordinal);
        Assert.Contains("Informationen om inspelningen har ändrats (ändamål).", posts[1], StringComparison.Ordinal);
        Assert.Contains((await Campus.NoticeLinkAsync(lecture)).AbsoluteUri, posts[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_AfterTheMeetingThatCanNotBePosted_AsksTheHostToPassItOnAndHoldsNothingUp()
    {
        var lecture = await Campus.DecidedAsync();
        await Campus.HoldAsync(lecture);
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(2));
        await Campus.Zoom.BreakAsync("token-401");

        await Campus.DecideAsync(lecture, Requests.With("purpose", Pendulum));
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(1, await Campus.CountToldAsync("teacher", "PassNoticeOn"));
        Assert.Empty(await Campus.ReadAsync(registry => registry.Incidents.ToListAsync(Ct)));
        await Campus.AskToPublishAsync(Assert.Single(await Campus.RecordingsAsync()).Id);
        await Campus.SettleAsync();
        Assert.True(Assert.Single(await Campus.RecordingsAsync()).Visible);
    }

    private Task<List<NoticeRow>> VersionsAsync() =>
        Campus.ReadAsync(registry => registry.Notices.AsNoTracking().OrderBy(row => row.Version).ToListAsync(Ct));
}
