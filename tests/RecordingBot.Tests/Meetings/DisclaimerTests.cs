using System.Text.Json;
using RecordingBot.Meetings;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Meetings;

/// <summary>Zoom's own disclaimer reaches those whom a chat doesn't: whether hosts have it on is looked at, shown, and asked about.</summary>
public sealed class DisclaimerTests : CampusTests
{
    [Fact]
    public async Task Disclaimer_ThatIsOff_IsShownAndAnOperatorsTaskOnceForTheHost()
    {
        await Campus.Zoom.SetDisclaimerAsync(shown: false);
        var lecture = await Campus.DecidedAsync();
        await Campus.DecidedAsync("Optics");

        Assert.Equal("off", (await WayAsync(lecture)).GetProperty("state").GetString());
        var task = Assert.Single(await Campus.TasksAsync(TaskKind.DisclaimerOff));
        Assert.Equal((Role.Operator, "zoom-user:zoom-teacher", 0), (task.Role, task.Subject, task.Attempts));
    }

    [Fact]
    public async Task Disclaimer_SwitchedOnLater_IsSeenByTheDailyLookAndClosesTheTask()
    {
        await Campus.Zoom.SetDisclaimerAsync(shown: false);
        var lecture = await Campus.PlanAsync(inMinutes: 3 * 24 * 60);
        await Campus.DecideAsync(lecture);
        await Campus.Zoom.SetDisclaimerAsync(shown: true, asksParticipants: true);
        await Campus.AdvanceAsync(TimeSpan.FromHours(20));
        Assert.Single(await Campus.TasksAsync(TaskKind.DisclaimerOff));

        await Campus.AdvanceAsync(TimeSpan.FromHours(5));

        Assert.Empty(await Campus.TasksAsync(TaskKind.DisclaimerOff));
        var way = await WayAsync(lecture);
        Assert.Equal("on", way.GetProperty("state").GetString());
        Assert.Equal("participants", Assert.Single(way.GetProperty("asks").EnumerateArray()).GetString());
        var page = (await Campus.SeeAsync("teacher", $"/meetings/{(await Campus.MeetingAsync(lecture)).Id}")).Text;
        Assert.Contains("Participants must accept it.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disclaimer_WhereZoomCanNotBeAsked_StaysAsItWasKnown()
    {
        var lecture = await Campus.PlanAsync(inMinutes: 3 * 24 * 60);
        await Campus.DecideAsync(lecture);
        var seen = (await Campus.MeetingAsync(lecture)).DisclaimerCheckedAt;
        await Campus.Zoom.BreakAsync("token-401");

        await Campus.AdvanceAsync(TimeSpan.FromHours(25));

        var meeting = await Campus.MeetingAsync(lecture);
        Assert.Equal((DisclaimerSetting.Shown, seen), (meeting.Disclaimer, meeting.DisclaimerCheckedAt));
        Assert.Empty(await Campus.TasksAsync(TaskKind.DisclaimerOff));
    }

    private async Task<JsonElement> WayAsync(Lecture lecture)
    {
        var meeting = (await Campus.MeetingAsync(lecture)).Id;
        var notice = (await Campus.Bot.GetAsync("teacher", $"/meetings/{meeting}")).Must().Json.GetProperty("notice");
        return Assert.Single(
            notice.GetProperty("coverage").GetProperty("channels").EnumerateArray(),
            way => way.GetProperty("channel").GetString() == "zoom-disclaimer"
        );
    }
}
