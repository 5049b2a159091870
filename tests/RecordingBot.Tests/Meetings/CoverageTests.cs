using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Notices;
using RecordingBot.Tests.Decisions;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Meetings;

/// <summary>For each meeting it is known how many were there and how many were told, by what, when, and who was not; the figure outlives the attendance.</summary>
public sealed class CoverageTests : CampusTests
{
    [Fact]
    [Trait("Rule", "notice.before-start")]
    public async Task ThreeHundredJoiners_InAMinute_AreToldOrCountedAndNotFlooded()
    {
        var lecture = await Campus.DecidedAsync();
        await Campus.BeginAsync(lecture);
        for (var second = 0; second < 60; second += 3)
        {
            for (var person = 0; person < 15; person++)
                await Campus.Zoom.JoinAsync(lecture, $"Person {second + (person / 5)}.{person}");
            if (second == 33)
                await Campus.Zoom.LeaveAsync(lecture, "Person 33.0");
            await Campus.AdvanceAsync(TimeSpan.FromSeconds(3));
        }
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(3));

        var coverage = await CoverageAsync(lecture);
        Assert.InRange((await Campus.Zoom.ChatAsync(lecture)).Length, 2, 4);
        Assert.Equal((300, 299), Figures(coverage));
        // Whoever had gone before the next post was not told, and is counted as that.
        var missed = Assert.Single(coverage.GetProperty("notReached").EnumerateArray());
        Assert.NotNull(missed.GetProperty("until").GetString());
        Assert.Matches("^[0-9a-f]{8}$", missed.GetProperty("participant").GetString());
    }

    [Fact]
    [Trait("Rule", "notice.before-start")]
    public async Task LateJoiner_AfterAQuietTime_IsToldAtOnce()
    {
        var lecture = await Campus.DecidedAsync();
        await Campus.BeginAsync(lecture);
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(10));

        await Campus.Zoom.JoinAsync(lecture, "Late");
        await Campus.AdvanceAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(2, (await Campus.Zoom.ChatAsync(lecture)).Length);
        Assert.Equal((1, 1), Figures(await CoverageAsync(lecture)));
    }

    [Fact]
    public async Task Telephone_IsNotReachedByAChat_AndWithItsComputerItIsOnePerson()
    {
        var lecture = await Campus.DecidedAsync();
        await Campus.BeginAsync(lecture);
        await Campus.Zoom.JoinAsync(lecture, "Anna");
        await Campus.Zoom.JoinAsync(lecture, "Anna’s phone", phone: "+46461234567");
        await Campus.Zoom.JoinAsync(lecture, "Bo", phone: "+46467654321");
        await Campus.Zoom.BindAsync(lecture, "Anna’s phone", "Anna");
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(2));
        var posts = (await Campus.Zoom.ChatAsync(lecture)).Length;
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(10));

        var coverage = await CoverageAsync(lecture);
        Assert.Equal((2, 1), Figures(coverage));
        Assert.Equal(1, coverage.GetProperty("byPhone").GetInt32());
        Assert.True(Assert.Single(coverage.GetProperty("notReached").EnumerateArray()).GetProperty("byPhone").GetBoolean());
        // Nobody posts for ever for somebody who can't read it.
        Assert.Equal(posts, (await Campus.Zoom.ChatAsync(lecture)).Length);
        var written = await Campus.ReadAsync(registry =>
            registry
                .Database.SqlQuery<string>($"""SELECT "Participant" || COALESCE("Name", '') AS "Value" FROM "Attendance" """)
                .ToListAsync(Ct)
        );
        // Whole, since the hashes that are written have such digits by chance.
        Assert.DoesNotContain(written, text => text.Contains("6461234567", StringComparison.Ordinal));
        Assert.DoesNotContain(written, text => text.Contains("6467654321", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "consent.written-before")]
    public async Task Telephone_OfSomebodyWhoHasConsented_NeedsNoConsentOfItsOwn()
    {
        var lecture = await Campus.PlanAsync(courseId: null);
        await Campus.DecideAsync(lecture, Requests.Consented());
        await Campus.BeginAsync(lecture);
        await Campus.Zoom.JoinAsync(lecture, "Anna");
        await Campus.Zoom.JoinAsync(lecture, "Anna’s phone", phone: "+46461234567");
        await new Participant(Campus, await Campus.NoticeLinkAsync(lecture)).AnswerAsync("Anna", "yes");
        Assert.False(await Campus.Zoom.MayRecordAsync());

        await Campus.Zoom.BindAsync(lecture, "Anna’s phone", "Anna");
        await Campus.SettleAsync();

        Assert.True(await Campus.Zoom.MayRecordAsync());
    }

    [Fact]
    public async Task Reached_BeforeAndAfterRecordingCouldBegin_AreCountedApart()
    {
        var lecture = await Campus.PlanAsync(courseId: null);
        await Campus.DecideAsync(lecture, Requests.Consented());
        await Campus.BeginAsync(lecture);
        await Campus.Zoom.JoinAsync(lecture, "Anna");
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(2));
        await new Participant(Campus, await Campus.NoticeLinkAsync(lecture)).AnswerAsync("Anna", "yes");
        await Campus.Zoom.JoinAsync(lecture, "Bo");
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(5));

        var coverage = await CoverageAsync(lecture);

        Assert.Equal((2, 2), Figures(coverage));
        Assert.Equal((1, 1), (coverage.GetProperty("before").GetInt32(), coverage.GetProperty("after").GetInt32()));
    }

    [Fact]
    [Trait("Rule", "notice.before-start")]
    public async Task RightGiven_InARunningMeeting_HasTheNoticePostedAgain()
    {
        var lecture = await Campus.PlanAsync(courseId: null);
        await Campus.DecideAsync(lecture, Requests.Consented());
        await Campus.BeginAsync(lecture);
        await Campus.Zoom.JoinAsync(lecture, "Anna");
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(5));
        var posts = (await Campus.Zoom.ChatAsync(lecture)).Length;

        await new Participant(Campus, await Campus.NoticeLinkAsync(lecture)).AnswerAsync("Anna", "yes");
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(5));

        Assert.True(await Campus.Zoom.MayRecordAsync());
        Assert.Equal(posts + 1, (await Campus.Zoom.ChatAsync(lecture)).Length);
    }

    [Fact]
    [Trait("Rule", "notice.before-start")]
    public async Task CloudRecording_ThatStarts_HasTheNoticePostedAgainOnce()
    {
        var lecture = await Campus.DecidedAsync();
        await Campus.BeginAsync(lecture);
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(5));
        Assert.Single(await Campus.Zoom.ChatAsync(lecture));
        var began = Campus.Now.ToString("yyyy-MM-ddTHH:mm:ssZ", null);

        for (var time = 0; time < 2; time++)
        {
            await Campus.DeliverAsync(
                $$$"""{"event":"recording.started","event_ts":{{{Campus.Now.ToUnixTimeMilliseconds() + time}}},"payload":{"object":{"uuid":"{{{lecture.Uuid}}}","id":{{{lecture.ZoomId}}},"host_id":"zoom-teacher","recording_file":{"recording_start":"{{{began}}}"} } } }"""
            );
            await Campus.AdvanceAsync(TimeSpan.FromMinutes(5));
        }

        Assert.Equal(2, (await Campus.Zoom.ChatAsync(lecture)).Length);
    }

    [Fact]
    public async Task Announcement_InTheCourse_IsAWayOfItsOwn()
    {
        var lecture = await Campus.DecidedAsync();
        await Campus.Bot.PutAsync("teacher", $"/meetings/{(await Campus.MeetingAsync(lecture)).Id}/announcement");
        await Campus.SettleAsync();

        var ways = (await CoverageAsync(lecture)).GetProperty("channels").EnumerateArray();

        Assert.Contains(
            ways,
            way =>
                way.GetProperty("channel").GetString() == NoticeChannel.CourseAnnouncement && way.GetProperty("at").GetString() is not null
        );
    }

    [Fact]
    [Trait("Rule", "retention.own-records")]
    public async Task Figure_StaysWhenTheAttendanceIsErased()
    {
        var lecture = await Campus.DecidedAsync();
        await Campus.BeginAsync(lecture);
        await Campus.Zoom.JoinAsync(lecture, "Anna");
        await Campus.Zoom.JoinAsync(lecture, "Bo", phone: "+46461234567");
        (await Campus.Zoom.RecordAsync(lecture)).Must();
        await Campus.MoveToAsync(lecture.EndsAt);
        await Campus.EndAsync(lecture);
        await Campus.FindAsync();
        var recording = Assert.Single(await Campus.RecordingsAsync()).Id;
        var before = await CoverageAsync(lecture, "dpo");
        Assert.Equal((2, 1), Figures(before));
        Assert.Contains("It has reached 1 of 2 participants.", await Campus.SeeRecordingAsync(recording), StringComparison.Ordinal);
        (await Campus.Bot.DeleteAsync("teacher", $"/recordings/{recording}")).Must();
        await Campus.SettleAsync();

        await Campus.MoveToAsync(Campus.Now.AddMonths(6).AddDays(3));

        Assert.Equal(0, await Campus.ReadAsync(registry => registry.Attendance.CountAsync(Ct)));
        Assert.All(await Campus.ReadAsync(registry => registry.NoticePosts.ToListAsync(Ct)), post => Assert.Null(post.MessageId));
        var after = await CoverageAsync(lecture, "dpo");
        Assert.Equal((2, 1), Figures(after));
        Assert.Equal(1, after.GetProperty("byPhone").GetInt32());
        Assert.Empty(after.GetProperty("notReached").EnumerateArray());
        Assert.Equal(
            before.GetProperty("channels")[0].GetProperty("reached").GetInt32(),
            after.GetProperty("channels")[0].GetProperty("reached").GetInt32()
        );
        var page = (await Campus.SeeAsync("dpo", $"/meetings/{(await Campus.MeetingAsync(lecture)).Id}")).Text;
        Assert.Contains("It has reached 1 of 2 participants.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/n/", page, StringComparison.Ordinal);
    }

    private static (int Present, int Reached) Figures(JsonElement coverage) =>
        (coverage.GetProperty("present").GetInt32(), coverage.GetProperty("reached").GetInt32());

    private async Task<JsonElement> CoverageAsync(Lecture lecture, string account = "teacher")
    {
        var meeting = (await Campus.MeetingAsync(lecture)).Id;
        return (await Campus.Bot.GetAsync(account, $"/meetings/{meeting}")).Must().Json.GetProperty("notice").GetProperty("coverage");
    }
}
