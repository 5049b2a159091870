using RecordingBot.Meetings;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Meetings;

/// <summary>What governed hosts may record in Zoom stays as it was approved, whoever changes it there (design.md 3, "The gate").</summary>
public sealed class GateTests : CampusTests
{
    [Fact]
    public async Task Gate_AtItsFirstLook_ClosesWhatWasOpenAndCallsItNoSlip()
    {
        Assert.True(await Campus.Zoom.MayRecordAsync());

        await Campus.SettleAsync();

        Assert.Equal((false, false, "none"), await Campus.Zoom.SettingsAsync());
        Assert.False(await Campus.Zoom.MayRecordAsync("zoom-teacher-2"));
        Assert.Empty(await SlipsAsync());
    }

    [Fact]
    public async Task Setting_SwitchedOnByHand_IsPutRightAndAnIncident()
    {
        await Campus.SettleAsync();

        await Campus.Zoom.SetByHandAsync("teacher", new { local = true, auto = "local" });
        await Campus.SettleAsync();

        Assert.Equal((false, false, "none"), await Campus.Zoom.SettingsAsync());
        var slip = Assert.Single(await SlipsAsync());
        Assert.Equal(("zoom-teacher", "local_recording auto_recording", "put-right"), (slip.HostId, slip.Detail, slip.Done));
        Assert.Equal("put-right", slip.Reason);
        Assert.True(slip is { ClosedAt: not null, OwnerId: not null });
    }

    [Fact]
    public async Task Setting_WhoseEventIsLost_IsPutRightByTheDailyComparison()
    {
        await Campus.SettleAsync();
        await Campus.Zoom.BreakAsync("webhooks-lost", times: 1);
        await Campus.Zoom.SetByHandAsync("teacher", new { local = true });
        await Campus.AdvanceAsync(TimeSpan.FromHours(23));
        Assert.True(await Campus.Zoom.MayRecordAsync());

        await Campus.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.False(await Campus.Zoom.MayRecordAsync());
        Assert.Single(await SlipsAsync());
    }

    [Fact]
    public async Task Setting_ChangedWhileTheBotIsAway_IsPutRightAtItsStart()
    {
        await Campus.SettleAsync();
        await Campus.StopBotAsync();
        await Campus.Zoom.SetByHandAsync("teacher", new { local = true });

        await Campus.StartBotAsync();
        await Campus.SettleAsync();

        Assert.False(await Campus.Zoom.MayRecordAsync());
        Assert.Single(await SlipsAsync());
    }

    [Fact]
    public async Task Setting_WithinAnApprovedWindow_StaysOpenForThatPlaceOnly()
    {
        await Campus.DecidedAsync();

        await Campus.Zoom.SetByHandAsync("teacher", new { cloud = true });
        await Campus.SettleAsync();

        Assert.Equal((true, false, "none"), await Campus.Zoom.SettingsAsync());
        Assert.Equal("cloud_recording", Assert.Single(await SlipsAsync()).Detail);
    }

    [Fact]
    public async Task Setting_OpenedForALock_IsATaskUntilItIsUnlocked()
    {
        await Campus.SettleAsync();
        var group = await Campus.Zoom.AddGroupAsync("Mathematics", "teacher");

        await Campus.Zoom.SetGroupAsync(group, new { local = true, @lock = new[] { "local_recording" } });
        await Campus.SettleAsync();

        Assert.True(await Campus.Zoom.MayRecordAsync());
        var task = Assert.Single(await Campus.TasksAsync(TaskKind.SettingLocked));
        Assert.Contains("group", task.Arguments, StringComparison.Ordinal);
        var slip = Assert.Single(await SlipsAsync());
        Assert.Equal(("not-put-right", null), (slip.Done, slip.ClosedAt));

        await Campus.Zoom.SetGroupAsync(group, new { unlock = new[] { "local_recording" }, local = false });
        await Campus.SettleAsync();

        Assert.False(await Campus.Zoom.MayRecordAsync());
        Assert.Empty(await Campus.TasksAsync(TaskKind.SettingLocked));
        Assert.NotNull(Assert.Single(await SlipsAsync()).ClosedAt);
    }

    [Fact]
    public async Task Right_WhileTheGroupLocksItOff_IsATaskAndComesWhenUnlocked()
    {
        var group = await Campus.Zoom.AddGroupAsync("Mathematics", "teacher");
        await Campus.Zoom.SetGroupAsync(group, new { local = false, @lock = new[] { "local_recording" } });
        var lecture = await Campus.DecidedAsync();
        Assert.Single(await Campus.TasksAsync(TaskKind.StepFails));
        Assert.Equal(RecordingRight.None, (await Campus.MeetingAsync(lecture)).Right);

        await Campus.Zoom.SetGroupAsync(group, new { unlock = new[] { "local_recording" } });
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.True(await Campus.Zoom.MayRecordAsync());
        Assert.Empty(await Campus.TasksAsync(TaskKind.StepFails));
    }

    [Fact]
    public async Task Change_ByTheBotItself_IsNoSlipWhereZoomTellsOfThat()
    {
        await Campus.Zoom.TellApiChangesAsync();
        var lecture = await Campus.DecidedAsync();
        Assert.True(await Campus.Zoom.MayRecordAsync());

        await Campus.HoldAsync(lecture);

        Assert.False(await Campus.Zoom.MayRecordAsync());
        Assert.Empty(await SlipsAsync());
    }

    [Fact]
    public async Task Gate_WhileZoomFails_ConcludesNothingAndComesBack()
    {
        await Campus.Zoom.BreakAsync("token-401");
        await Campus.SettleAsync();
        Assert.True(await MayRecordWhenMendedAsync());

        await Campus.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.False(await Campus.Zoom.MayRecordAsync());
        Assert.Empty(await SlipsAsync());
    }

    private async Task<bool> MayRecordWhenMendedAsync()
    {
        await Campus.Zoom.MendAsync();
        return await Campus.Zoom.MayRecordAsync();
    }

    private Task<List<IncidentRow>> SlipsAsync() => Campus.IncidentsAsync(IncidentKind.SettingChanged);
}
