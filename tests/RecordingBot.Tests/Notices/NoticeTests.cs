using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Meetings;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Notices;

/// <summary>What is shown is what is recorded (I6), and everybody in the meeting gets it.</summary>
public sealed class NoticeTests : CampusTests
{
    [Fact]
    public async Task Notice_Published_ShowsTheTextWhoseHashIsStored()
    {
        var lecture = await Campus.DecidedAsync();
        var notice = (await Campus.NoticeAsync(lecture))!;
        var seen = await SeenAsync(lecture);

        var text = await Campus.Bot.ReadAsync(new(seen.Url! + "/text"));
        var page = await Campus.Bot.ReadAsync(seen.Url!);

        Assert.Equal(notice.Sha256, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Must().Text))));
        Assert.Equal(notice.Sha256, seen.Sha256);
        Assert.Contains(notice.Sha256, page.Must().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notice_Stored_HoldsNoLink()
    {
        var lecture = await Campus.DecidedAsync();
        var token = (await SeenAsync(lecture)).Url!.Segments[^1];
        var notice = (await Campus.NoticeAsync(lecture))!;

        Assert.Equal(KeyRing.Hash(token), notice.TokenHash);
        Assert.DoesNotContain(token, notice.Text + notice.Message + notice.Content, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "notice.before-start")]
    public async Task Notice_WhenTheMeetingStarts_IsPostedInItsChatOnce()
    {
        var lecture = await Campus.DecidedAsync();
        await Campus.BeginAsync(lecture);
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(5));

        var url = (await SeenAsync(lecture)).Url;
        Assert.Contains(url!.AbsoluteUri, Assert.Single(await Campus.Zoom.ChatAsync(lecture)), StringComparison.Ordinal);
        Assert.NotNull((await Campus.NoticeAsync(lecture))!.PostedAt);
    }

    [Fact]
    [Trait("Rule", "notice.before-start")]
    public async Task Notice_ForLateJoiners_IsPostedAgainWithGrowingPauses()
    {
        var lecture = await Campus.DecidedAsync();
        await Campus.BeginAsync(lecture);
        await Campus.AdvanceAsync(TimeSpan.FromSeconds(20));
        await Campus.Zoom.JoinAsync(lecture, "Late");
        await Campus.AdvanceAsync(TimeSpan.FromSeconds(20));
        await Campus.Zoom.JoinAsync(lecture, "Later");
        await Campus.SettleAsync();
        Assert.Equal(2, (await Campus.Zoom.ChatAsync(lecture)).Length);

        await Campus.AdvanceAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(3, (await Campus.Zoom.ChatAsync(lecture)).Length);
        Assert.Equal(new CoverageView(2, 2), (await SeenAsync(lecture)).Coverage);
    }

    [Fact]
    public async Task Notice_ThatCanNotBePosted_IsNoIncidentWithinAMinute()
    {
        var lecture = await Campus.DecidedAsync();
        await Campus.Zoom.BreakAsync("token-401");
        await Campus.BeginAsync(lecture);
        await Campus.AdvanceAsync(TimeSpan.FromSeconds(50));

        Assert.Empty(await IncidentsAsync());
    }

    [Fact]
    [Trait("Rule", "notice.before-start")]
    public async Task Notice_ThatCanNotBePostedForAMinute_IsAnIncidentAndTheHostIsAskedToStop()
    {
        var lecture = await FailingAsync();

        var incident = Assert.Single(await IncidentsAsync());
        var teacher = await Campus.ReadAsync(registry => registry.People.SingleAsync(row => row.Account == "teacher", Ct));
        Assert.Equal(("notice-not-posted", teacher.Id, "zoom-unauthorized"), (incident.Kind, incident.OwnerId, incident.Reason));
        Assert.Equal(1, await Campus.CountToldAsync("teacher", "AskToStop"));
        Assert.Empty(await Campus.Zoom.ChatAsync(lecture));
    }

    [Fact]
    public async Task Notice_OnceItCanBePostedAgain_IsPostedAndTheIncidentEnds()
    {
        var lecture = await FailingAsync();

        await Campus.Zoom.MendAsync();
        await Campus.AdvanceAsync(TimeSpan.FromSeconds(20));

        Assert.Single(await Campus.Zoom.ChatAsync(lecture));
        Assert.NotNull(Assert.Single(await IncidentsAsync()).ClosedAt);
        var notice = (await Campus.NoticeAsync(lecture))!;
        Assert.NotNull(notice.PostedAt);
        Assert.Null(notice.PostFailingSince);
    }

    /// <summary>A meeting that has run for a minute and a half, in whose chat nothing could be written.</summary>
    private async Task<Lecture> FailingAsync()
    {
        var lecture = await Campus.DecidedAsync();
        await Campus.Zoom.BreakAsync("token-401");
        await Campus.BeginAsync(lecture);
        await Campus.AdvanceAsync(TimeSpan.FromSeconds(90));
        return lecture;
    }

    private Task<List<IncidentRow>> IncidentsAsync() => Campus.ReadAsync(registry => registry.Incidents.AsNoTracking().ToListAsync(Ct));

    /// <summary>The notice as the API shows it.</summary>
    private async Task<NoticeView> SeenAsync(Lecture lecture)
    {
        var meeting = await Campus.MeetingAsync(lecture);
        var notice = (await Campus.Bot.GetAsync("teacher", $"/meetings/{meeting.Id}")).Must().Json.GetProperty("notice");
        var coverage = notice.GetProperty("coverage");
        return new(
            new(notice.GetProperty("url").GetString()!),
            notice.GetProperty("sha256").GetString()!,
            null,
            new(coverage.GetProperty("present").GetInt32(), coverage.GetProperty("reached").GetInt32())
        );
    }
}
