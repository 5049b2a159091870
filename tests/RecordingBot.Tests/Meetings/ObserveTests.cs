using RecordingBot.Registry;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Meetings;

/// <summary>The gate that only observes changes nothing in Zoom, and tells.</summary>
public sealed class ObserveTests() : CampusTests("--Meetings:Gate=observe")
{
    [Fact]
    public async Task Setting_OpenedByHand_IsAnAlarmAndStaysUntilSomebodyClosesIt()
    {
        await Campus.SettleAsync();
        Assert.True(await Campus.Zoom.MayRecordAsync());
        await Campus.Zoom.SetByHandAsync("teacher", new { local = false });
        await Campus.SettleAsync();
        Assert.Empty(await Campus.IncidentsAsync(IncidentKind.SettingChanged));

        await Campus.Zoom.SetByHandAsync("teacher", new { local = true });
        await Campus.SettleAsync();

        Assert.True(await Campus.Zoom.MayRecordAsync());
        Assert.Single(await Campus.TasksAsync(TaskKind.SettingChanged));
        var slip = Assert.Single(await Campus.IncidentsAsync(IncidentKind.SettingChanged));
        Assert.Equal(("observed", null), (slip.Done, slip.ClosedAt));

        await Campus.Zoom.SetByHandAsync("teacher", new { local = false });
        await Campus.SettleAsync();
        Assert.Empty(await Campus.TasksAsync(TaskKind.SettingChanged));
        Assert.Equal("right-again", Assert.Single(await Campus.IncidentsAsync(IncidentKind.SettingChanged)).Reason);
    }

    [Fact]
    public async Task CloudRecording_Unapproved_IsAnIncidentAndGoesOn()
    {
        await Campus.Zoom.SetByHandAsync("teacher", new { cloud = true });
        var lecture = await Campus.PlanAsync();
        await Campus.BeginAsync(lecture);

        (await Campus.Zoom.RecordAsync(lecture, "cloud")).Must();
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(5));

        Assert.Null(Assert.Single(await Campus.IncidentsAsync(IncidentKind.CloudRecording)).Done);
        (await Campus.Zoom.RecordAsync(lecture, "cloud", "stop")).Must();
        Assert.Equal(0, await Campus.CountToldAsync("teacher", "CloudStopped"));
    }

    [Fact]
    public async Task CloudRecording_Unapproved_StaysInTheCloudUntilItsHostDeletesIt()
    {
        var lecture = await Campus.PlanAsync();
        await Campus.HoldInCloudAsync(lecture);
        await Campus.AdvanceAsync(TimeSpan.FromDays(20));

        var recording = await Campus.CloudRecordingAsync();
        Assert.Equal((RecordingState.Registered, true), (recording.State, recording.Unexplained));
        Assert.Equal(
            (1, 0),
            (await Campus.CountToldAsync("teacher", "CloudUnexplainedKept"), await Campus.CountToldAsync("teacher", "CloudUnexplained"))
        );
        var task = Assert.Single(await Campus.TasksAsync(TaskKind.Unexplained));
        Assert.False(Assert.Single(await Campus.Zoom.CloudAsync()).Is("trashed"));

        (await Campus.Bot.PostAsync("teacher", $"/tasks/{task.Id}/answer", new { answer = "delete" })).Must();
        await Campus.SettleAsync();

        Assert.Equal(RecordingState.Deleted, (await Campus.RecordingAsync(recording.Id)).State);
        Assert.True(await Campus.IsCloudEmptyAsync());
    }

    [Fact]
    public async Task Right_OfAnApprovedMeeting_ChangesNothingInZoom()
    {
        await Campus.Zoom.SetByHandAsync("teacher", new { local = false });

        await Campus.DecidedAsync();

        Assert.False(await Campus.Zoom.MayRecordAsync());
    }
}
