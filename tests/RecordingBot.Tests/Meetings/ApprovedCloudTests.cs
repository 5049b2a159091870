using System.Net;
using RecordingBot.Meetings;
using RecordingBot.Registry;
using RecordingBot.Tests.Decisions;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Meetings;

/// <summary>Where the pack lets recordings be in Zoom's cloud, an approval for it opens the cloud, and nothing else does.</summary>
public sealed class ApprovedCloudTests() : CampusTests("--Policy:Pack=example")
{
    [Fact]
    public async Task Recording_ApprovedForTheCloud_MayRunUntilItsWindowEnds()
    {
        var lecture = await ApprovedAsync();
        Assert.Equal((false, true, "none"), await Campus.Zoom.SettingsAsync());
        await Campus.BeginAsync(lecture);
        Assert.Equal(HttpStatusCode.Forbidden, (await Campus.Zoom.RecordAsync(lecture)).Status);
        (await Campus.Zoom.RecordAsync(lecture, "cloud")).Must();
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(20));
        (await Campus.Zoom.RecordAsync(lecture, "cloud", "pause")).Must();

        await Campus.EndAsync(lecture);

        Assert.Equal((false, false, "none"), await Campus.Zoom.SettingsAsync());
        Assert.Equal(RecordingRight.Taken, (await Campus.MeetingAsync(lecture)).Right);
        Assert.Empty(await Campus.IncidentsAsync(IncidentKind.CloudRecording));
        Assert.Empty(await Campus.IncidentsAsync(IncidentKind.SettingChanged));
    }

    [Fact]
    public async Task Recording_OfAnotherMeetingOfTheHost_IsStoppedWhileTheWindowIsOpen()
    {
        await ApprovedAsync();
        var other = await Campus.PlanAsync("Another", inMinutes: 5);
        await Campus.BeginAsync(other);

        (await Campus.Zoom.RecordAsync(other, "cloud")).Must();
        await Campus.AdvanceAsync(TimeSpan.FromSeconds(5));

        var incident = Assert.Single(await Campus.IncidentsAsync(IncidentKind.CloudRecording));
        Assert.Equal(((await Campus.MeetingAsync(other)).Id, "stopped"), (incident.MeetingId, incident.Done));
    }

    [Fact]
    public async Task Recording_BegunBeforeItsApproval_GoesOnFromThenOn()
    {
        var lecture = await Campus.PlanAsync(inMinutes: 0);
        await Campus.BeginAsync(lecture);
        await Campus.OpenCloudUnseenAsync();
        await Campus.Zoom.BreakAsync("api-500");
        (await Campus.Zoom.RecordAsync(lecture, "cloud")).Must();
        await Campus.SettleAsync();
        await Campus.Zoom.MendAsync();

        await Campus.DecideAsync(lecture, Requests.InCloud());
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(2));

        (await Campus.Zoom.RecordAsync(lecture, "cloud", "stop")).Must();
        Assert.Single(await Campus.IncidentsAsync(IncidentKind.CloudRecording));
    }

    [Fact]
    public async Task Recording_WhoseApprovalIsWithdrawn_IsStopped()
    {
        var lecture = await ApprovedAsync();
        await Campus.BeginAsync(lecture);
        (await Campus.Zoom.RecordAsync(lecture, "cloud")).Must();
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(10));
        var meeting = await Campus.MeetingAsync(lecture);

        (await Campus.Bot.PostAsync("dpo", $"/meetings/{meeting.Id}/decision/withdraw", new { reason = "Not needed" })).Must();
        await Campus.AdvanceAsync(TimeSpan.FromSeconds(5));

        Assert.Equal((false, false, "none"), await Campus.Zoom.SettingsAsync());
        Assert.Equal(HttpStatusCode.Conflict, (await Campus.Zoom.RecordAsync(lecture, "cloud", "stop")).Status);
    }

    private async Task<Lecture> ApprovedAsync()
    {
        var lecture = await Campus.PlanAsync();
        Assert.Equal("approved", await Campus.DecideAsync(lecture, Requests.InCloud()));
        return lecture;
    }
}
