using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Recordings.Inventory;

/// <summary>What was recorded before the start date is registered where it lies, and nobody hears of it.</summary>
public sealed class InventoryTests() : CampusTests("--Recordings:GovernedFrom=2027-06-01", "--CloudRecordings:LookEvery=01:00:00")
{
    /// <summary>Midnight in Stockholm.</summary>
    private static readonly DateTimeOffset Governed = new(2027, 5, 31, 22, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Folder_FromBeforeTheStart_IsListedWithoutAnAlarmForGood()
    {
        var folder = Campus.Leave(Campus.Now.AddDays(-400), "Corridor talk");
        await Campus.FindAsync();
        await Campus.AdvanceAsync(TimeSpan.FromDays(60));

        var recording = Assert.Single(await Campus.RecordingsAsync());
        Assert.Equal(
            (RecordingState.Registered, false, DueReason.Inventory, (DateTimeOffset?)null, (DateTimeOffset?)null),
            (recording.State, recording.Unexplained, recording.NextStepReason, recording.EndsAt, recording.TakenInAt)
        );
        Assert.NotNull(recording.InventoriedAt);
        Assert.NotEmpty(Assert.Single(recording.Parts).Sha256);
        Assert.True(Directory.Exists(Path.Combine(Campus.Recordings, folder)));
        await AssertCalmAsync();

        var seen = Assert.Single((await Campus.Bot.GetAsync("teacher", "/recordings")).Must().Items);
        Assert.Equal(["inventory"], seen.GetProperty("marks").EnumerateArray().Select(mark => mark.GetString()));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public async Task Folder_AroundTheStart_IsInventoryOnlyBeforeIt(int seconds, bool inventory)
    {
        await Campus.MoveToAsync(Governed.AddHours(8));
        Campus.Leave(Governed.AddSeconds(seconds), "Corridor talk");
        await Campus.FindAsync();

        var recording = Assert.Single(await Campus.RecordingsAsync());
        Assert.Equal((inventory, !inventory), (recording.InventoriedAt is not null, recording.Unexplained));
        Assert.Equal(inventory ? 0 : 1, (await Campus.TasksAsync(TaskKind.Unexplained)).Count);
        Assert.Equal(inventory ? 0 : 1, (await Campus.IncidentsAsync(IncidentKind.WithoutDecision)).Count);
    }

    [Fact]
    public async Task Folder_OfADecidedLectureBeforeTheStart_RestsOnItsDecision()
    {
        var recording = await Campus.RecordingAsync(await Campus.RecordedAsync());

        Assert.Equal((null, false), (recording.InventoriedAt, recording.Unexplained));
        Assert.NotNull(recording.DecisionId);
    }

    [Fact]
    public async Task Folder_FoundAgain_StaysWhatItIs()
    {
        Campus.Leave(Campus.Now.AddDays(-400), "Corridor talk");
        await Campus.FindAsync();
        await Campus.StopBotAsync();
        Scratch.Remove(Path.Combine(Campus.Data, "agent"));
        await Campus.StartBotAsync();
        await Campus.FindAsync();

        Assert.NotNull(Assert.Single(await Campus.RecordingsAsync()).InventoriedAt);
        await AssertCalmAsync();
    }

    [Fact]
    public async Task Cloud_RecordedBeforeTheStart_IsListedWithoutAnAlarmForGood()
    {
        var lecture = await Campus.PlanAsync();
        await Campus.HoldInCloudAsync(lecture);
        await Campus.AdvanceAsync(TimeSpan.FromDays(30));

        var recording = await Campus.CloudRecordingAsync();
        Assert.Equal(
            (RecordingState.Registered, false, DueReason.Inventory, 3),
            (recording.State, recording.Unexplained, recording.NextStepReason, recording.Parts.Count)
        );
        Assert.False(await Campus.IsCloudEmptyAsync());
        await AssertCalmAsync();
    }

    [Fact]
    public async Task Cloud_RecordedAfterTheStart_IsASlipAsEver()
    {
        await Campus.MoveToAsync(Governed.AddHours(8));
        await Campus.HoldInCloudAsync(await Campus.PlanAsync());

        Assert.True((await Campus.CloudRecordingAsync()).Unexplained);
        Assert.Single(await Campus.TasksAsync(TaskKind.Unexplained));
        Assert.Single(await Campus.IncidentsAsync(IncidentKind.CloudRecording));
    }

    [Fact]
    public async Task Cloud_FromHalfAYearAgo_IsFoundLookByLook()
    {
        await HeldUnseenAsync(daysAgo: 200);
        await Campus.StartBotAsync();

        await LookAsync(times: 3);
        Assert.Empty(await Campus.RecordingsAsync());
        await LookAsync(times: 6);

        Assert.NotNull((await Campus.CloudRecordingAsync()).InventoriedAt);
        await AssertCalmAsync();
    }

    [Theory]
    [InlineData("--CloudRecordings:InventoryMonths=4")]
    [InlineData("--Recordings:GovernedFrom=")]
    public async Task Cloud_FurtherBackThanTheInventoryGoes_IsNotLookedFor(string setting)
    {
        await HeldUnseenAsync(daysAgo: 200);
        await Campus.StartBotAsync(setting);
        await LookAsync(times: 12);

        Assert.Empty(await Campus.RecordingsAsync());
    }

    [Fact]
    public async Task Inventory_DeletedByItsOwner_GoesWithProof()
    {
        var folder = Campus.Leave(Campus.Now.AddDays(-400), "Corridor talk");
        await Campus.FindAsync();
        var id = Assert.Single(await Campus.RecordingsAsync()).Id;

        (await Campus.Bot.DeleteAsync("teacher", $"/recordings/{id}")).Must();
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(10));

        var recording = await Campus.RecordingAsync(id);
        Assert.Equal(RecordingState.Deleted, recording.State);
        Assert.Single(recording.Receipts);
        Assert.NotNull(recording.TakenInAt);
        Assert.False(Directory.Exists(Path.Combine(Campus.Recordings, folder)));
    }

    [Fact]
    public async Task Inventory_WhoseMeetingIsDecided_RestsOnThatDecision()
    {
        var lecture = await Campus.PlanAsync("Recorded first");
        await Campus.BeginAsync(lecture);
        Campus.Leave(Campus.Now, "Recorded first", lecture.ZoomId);
        await Campus.FindAsync();
        Assert.NotNull(Assert.Single(await Campus.RecordingsAsync()).InventoriedAt);

        Assert.Equal("approved", await Campus.DecideAsync(lecture));

        var recording = Assert.Single(await Campus.RecordingsAsync());
        Assert.Equal(
            (null, false, (await Campus.MeetingAsync(lecture)).DecisionId, EndReason.CourseCloses),
            (recording.InventoriedAt, recording.Unexplained, recording.DecisionId, recording.EndReason)
        );
        Assert.NotNull(recording.TakenInAt);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("2027-06-01", true)]
    [InlineData("2027-06-01T08:00:00+02:00", true)]
    [InlineData("2027-06-01T08:00:00", false)]
    [InlineData("1 June", false)]
    public void Start_ThatCannotBeRead_StopsTheHost(string? from, bool good) =>
        Assert.Equal(good, new RecordingsOptionsCheck().Validate(null, new() { GovernedFrom = from }).Succeeded);

    /// <summary>Held and recorded to the cloud while there was no bot, and that many days ago.</summary>
    private async Task HeldUnseenAsync(int daysAgo)
    {
        await Campus.StopBotAsync();
        await Campus.Zoom.BreakAsync("webhooks-lost");
        var lecture = await Campus.Zoom.PlanAsync("Long ago", Campus.Now, 60, CanvasStage.Course, "teacher");
        await Campus.OpenCloudUnseenAsync();
        await Campus.Zoom.StartAsync(lecture);
        (await Campus.Zoom.RecordAsync(lecture, "cloud")).Must();
        await Campus.Zoom.EndAsync(lecture);
        Campus.SetClock(Campus.Now.AddDays(daysAgo));
    }

    private async Task LookAsync(int times)
    {
        for (var look = 0; look < times; look++)
            await Campus.AdvanceAsync(TimeSpan.FromMinutes(61));
    }

    private async Task AssertCalmAsync()
    {
        Assert.Empty(await Campus.TasksAsync(TaskKind.Unexplained));
        Assert.Empty(await Campus.IncidentsAsync(IncidentKind.WithoutDecision));
        Assert.Empty(await Campus.IncidentsAsync(IncidentKind.CloudRecording));
        Assert.Empty((await Campus.Bot.GetAsync("teacher", "/tasks")).Must().Items);
        Assert.Empty(await Campus.ToldAsync("teacher"));
    }
}
