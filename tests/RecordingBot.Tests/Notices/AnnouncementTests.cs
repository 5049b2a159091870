using System.Net;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Notices;

/// <summary>The course reads beforehand that a lecture is recorded, where the teacher wants that: once, and no longer than it is true.</summary>
public sealed class AnnouncementTests : CampusTests
{
    [Fact]
    public async Task Announced_StandsInTheCourseWithTheNoticesLink()
    {
        var lecture = await Campus.DecidedAsync("Linear <algebra>");
        Assert.Empty(await Campus.Canvas.AnnouncementsAsync());

        var answer = await SetAsync(lecture);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var posted = Assert.Single(await Campus.Canvas.AnnouncementsAsync());
        var message = posted.GetProperty("message").GetString()!;
        Assert.Contains((await Campus.NoticeLinkAsync(lecture)).AbsolutePath, message, StringComparison.Ordinal);
        Assert.Contains("Linear &lt;algebra&gt;", message, StringComparison.Ordinal);
        Assert.Contains("lang=\"sv\"", message, StringComparison.Ordinal);
        Assert.Contains("lang=\"en\"", message, StringComparison.Ordinal);
        Assert.DoesNotContain("derivations", message, StringComparison.Ordinal);
        var seen = (await Campus.Bot.GetAsync("teacher", $"/meetings/{(await Campus.MeetingAsync(lecture)).Id}")).Must().Json;
        Assert.True(seen.GetProperty("announcement").GetProperty("wanted").GetBoolean());
        Assert.NotNull(seen.GetProperty("announcement").GetProperty("postedAt").GetString());
    }

    [Fact]
    public async Task Announced_InACourseWithALanguage_IsInThatAlone()
    {
        await Campus.Canvas.ChangeCourseAsync("locale", "sv");
        var lecture = await Campus.DecidedAsync();

        await SetAsync(lecture);

        var posted = Assert.Single(await Campus.Canvas.AnnouncementsAsync());
        Assert.Equal("Linear algebra spelas in", posted.GetProperty("title").GetString());
        Assert.DoesNotContain("going to be recorded", posted.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Announced_Twice_IsThereOnce()
    {
        var lecture = await Campus.DecidedAsync();
        await SetAsync(lecture);
        await SetAsync(lecture);
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.Single(await Campus.Canvas.AnnouncementsAsync());
    }

    [Fact]
    public async Task Announced_WithTheAnswerLost_IsFoundByItsLinkAndNotPostedAgain()
    {
        var lecture = await Campus.DecidedAsync();
        // It is posted; what is read back after it fails.
        await Campus.Canvas.BreakAsync("status-500", @"/discussion_topics/\d+$", "GET");
        await SetAsync(lecture);
        await Campus.Canvas.AnnounceAsync("Linear algebra spelas in", "Somebody else says so too.");
        await Campus.Canvas.MendAsync();
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(2, (await Campus.Canvas.AnnouncementsAsync()).Length);

        await WithdrawAsync(lecture);
        Assert.Equal(
            "Somebody else says so too.",
            Assert.Single(await Campus.Canvas.AnnouncementsAsync()).GetProperty("message").GetString()
        );
    }

    [Fact]
    public async Task Announcement_NoLongerWanted_IsTakenAwayAndCanComeBack()
    {
        var lecture = await Campus.DecidedAsync();
        await SetAsync(lecture);

        await WithdrawAsync(lecture);
        Assert.Empty(await Campus.Canvas.AnnouncementsAsync());

        await SetAsync(lecture);
        Assert.Single(await Campus.Canvas.AnnouncementsAsync());
    }

    [Fact]
    public async Task Announcement_OfAMeetingThatIsCancelled_IsTakenAway()
    {
        var lecture = await Campus.DecidedAsync();
        await SetAsync(lecture);

        (
            await Campus.DeliverAsync(
                $$$"""
                {"event":"meeting.deleted","event_ts":{{{Campus.Now.ToUnixTimeMilliseconds()}}},"payload":{"object":{"id":{{{lecture.ZoomId}}},"uuid":"{{{lecture.Uuid}}}"} } }
                """
            )
        ).Must();
        await Campus.SettleAsync();

        Assert.Empty(await Campus.Canvas.AnnouncementsAsync());
    }

    [Fact]
    public async Task Announcement_WhenTheApprovalIsWithdrawn_IsTakenAway()
    {
        var lecture = await Campus.DecidedAsync();
        await SetAsync(lecture);
        var meeting = await Campus.MeetingAsync(lecture);

        (await Campus.Bot.PostAsync("dpo", $"/meetings/{meeting.Id}/decision/withdraw", new { reason = "Not needed" })).Must();
        await Campus.SettleAsync();

        Assert.Empty(await Campus.Canvas.AnnouncementsAsync());
    }

    [Fact]
    public async Task Announcement_GoesWithTheRecordingsEnd()
    {
        var lecture = await Campus.DecidedAsync();
        await SetAsync(lecture);
        await Campus.HoldAsync(lecture);
        await Campus.FindAsync();
        var id = Assert.Single(await Campus.RecordingsAsync()).Id;
        Assert.Single(await Campus.Canvas.AnnouncementsAsync());

        (await Campus.Bot.DeleteAsync("teacher", $"/recordings/{id}")).Must();
        await Campus.SettleAsync();

        Assert.Equal(RecordingState.Deleted, (await Campus.RecordingAsync(id)).State);
        Assert.Empty(await Campus.Canvas.AnnouncementsAsync());
    }

    [Fact]
    public async Task Announce_WithoutADecision_IsRefused()
    {
        var lecture = await Campus.PlanAsync();

        Assert.Equal(HttpStatusCode.Conflict, (await SetAsync(lecture)).Status);
    }

    [Fact]
    public async Task Announce_ByAnybodyElse_IsNotTheirs()
    {
        var lecture = await Campus.DecidedAsync();
        var path = $"/meetings/{(await Campus.MeetingAsync(lecture)).Id}/announcement";

        Assert.Equal(HttpStatusCode.NotFound, (await Campus.Bot.PutAsync("student", path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Campus.Bot.PutAsync("course-admin", path)).Status);
        await Campus.SettleAsync();
        Assert.Empty(await Campus.Canvas.AnnouncementsAsync());
    }

    private async Task<Answer> SetAsync(Lecture lecture)
    {
        var answer = await Campus.Bot.PutAsync("teacher", $"/meetings/{(await Campus.MeetingAsync(lecture)).Id}/announcement");
        await Campus.SettleAsync();
        return answer;
    }

    private async Task WithdrawAsync(Lecture lecture)
    {
        (await Campus.Bot.DeleteAsync("teacher", $"/meetings/{(await Campus.MeetingAsync(lecture)).Id}/announcement")).Must();
        await Campus.SettleAsync();
    }
}
