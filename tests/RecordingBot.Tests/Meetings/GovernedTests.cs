using RecordingBot.Registry;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Meetings;

/// <summary>An installation says whose right to record is ruled; nobody else's is touched.</summary>
public sealed class GovernedTests() : CampusTests("--Meetings:Governed:Groups:0=Mathematics")
{
    [Fact]
    public async Task Group_ThatIsGoverned_IsRuledAndNobodyElse()
    {
        var group = await Campus.Zoom.AddGroupAsync("Mathematics", "teacher");
        await Campus.SettleAsync();
        Assert.Equal((false, true), (await Campus.Zoom.MayRecordAsync(), await Campus.Zoom.MayRecordAsync("zoom-teacher-2")));

        await Campus.Zoom.ChangeMemberAsync(group, "teacher-2", "add");
        await Campus.SettleAsync();
        Assert.False(await Campus.Zoom.MayRecordAsync("zoom-teacher-2"));

        await Campus.Zoom.ChangeMemberAsync(group, "teacher-2", "remove");
        await Campus.SettleAsync();
        await Campus.Zoom.SetByHandAsync("teacher-2", new { local = true });
        await Campus.SettleAsync();
        Assert.True(await Campus.Zoom.MayRecordAsync("zoom-teacher-2"));
        Assert.Empty(await Campus.IncidentsAsync(IncidentKind.SettingChanged));
    }

    [Fact]
    public async Task Group_ThatZoomDoesNotKnow_IsATaskUntilItDoes()
    {
        await Campus.SettleAsync();
        Assert.Contains(
            "Mathematics",
            Assert.Single(await Campus.TasksAsync(TaskKind.GovernedUnknown)).Arguments,
            StringComparison.Ordinal
        );
        Assert.True(await Campus.Zoom.MayRecordAsync());

        await Campus.Zoom.AddGroupAsync("Mathematics", "teacher");
        await Campus.SettleAsync();

        Assert.Empty(await Campus.TasksAsync(TaskKind.GovernedUnknown));
        Assert.False(await Campus.Zoom.MayRecordAsync());
    }

    [Fact]
    public async Task Host_WhoIsNotGoverned_KeepsWhatZoomGivesThemWhateverIsApproved()
    {
        await Campus.Zoom.AddGroupAsync("Mathematics", "teacher-2");
        var lecture = await Campus.DecidedAsync();

        await Campus.HoldAsync(lecture);

        Assert.True(await Campus.Zoom.MayRecordAsync());
    }
}
