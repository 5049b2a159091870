using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;
using RecordingBot.Tests.Admin;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Recordings.Inventory;

/// <summary>The inventory is taken in portion by portion: each recording once, each person asked once, every time limit from that moment on.</summary>
public sealed class TakingInTests() : CampusTests("--Recordings:GovernedFrom=2027-06-01")
{
    /// <summary>The campus's clock goes on while something is done.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Portion_TakenIn_IsTheOldestAndItsOwnerIsAskedOnce()
    {
        await LeaveAsync(4);
        var seen = await SeenAsync("?count=3");
        Assert.Equal(4, seen.GetProperty("recordings").GetInt32());
        var item = Assert.Single(seen.GetProperty("items").EnumerateArray());
        Assert.Equal(
            ("recorder-computer", 4, "Teacher"),
            (item.GetProperty("place").GetString(), item.GetProperty("recordings").GetInt32(), item.GetProperty("name").GetString())
        );
        Assert.Equal(seen.GetProperty("size").GetInt64(), item.GetProperty("size").GetInt64());

        Assert.Equal((3, 1), await TakeAsync(seen, 3));
        await Campus.SettleAsync();

        var (taken, left) = await SplitAsync();
        Assert.Equal(["Talk 4", "Talk 3", "Talk 2"], taken.OrderBy(row => row.RecordedAt).Select(row => row.Topic));
        Assert.Equal("Talk 1", Assert.Single(left).Topic);
        Assert.All(
            taken,
            row => Assert.Equal((true, RecordingState.Registered, DueReason.Unexplained), (row.Unexplained, row.State, row.NextStepReason))
        );
        Assert.All(taken, row => Assert.Equal(Campus.Now, row.TakenInAt!.Value, Moment));
        var tasks = await Campus.TasksAsync(TaskKind.Unexplained);
        Assert.Equal(taken.Select(row => (Guid?)row.Id).Order(), tasks.Select(task => task.RecordingId).Order());
        Assert.All(tasks, task => Assert.Equal(Campus.Now, task.Since, Moment));
        Assert.Equal(1, await Campus.CountToldAsync("teacher", "InventoryTaken"));
        Assert.Equal(0, await Campus.CountToldAsync("teacher", "Unexplained"));
        Assert.Empty(await Campus.IncidentsAsync(IncidentKind.WithoutDecision));
        var entry = Assert.Single(await EntriesAsync("inventory.taken"));
        Assert.Equal("3 recordings", entry.After);
        Assert.StartsWith("person:", entry.Actor, StringComparison.Ordinal);
        Assert.StartsWith("said:", entry.Reason, StringComparison.Ordinal);
        Assert.Equal(3, (await EntriesAsync("recording.taken-in")).Count);
    }

    [Fact]
    public async Task Portion_TakenInAgain_TakesNothingMore()
    {
        await LeaveAsync(4);
        var seen = await SeenAsync("?count=2");

        Assert.Equal((2, 1), await TakeAsync(seen, 2));
        Assert.Equal((0, 0), await TakeAsync(seen, 2));

        Assert.Equal((2, 2), ((await SplitAsync()).Taken.Count, (await SplitAsync()).Left.Count));
        Assert.Equal(1, await Campus.CountToldAsync("teacher", "InventoryTaken"));
        Assert.Single(await EntriesAsync("inventory.taken"));
    }

    [Fact]
    public async Task Portion_TakenInByManyAtOnce_IsTakenOnce()
    {
        await LeaveAsync(5);
        var seen = await SeenAsync("?count=4");

        var all = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => TakeAsync(seen, 4)));

        Assert.Equal(4, all.Sum(one => one.Recordings));
        Assert.Equal(4, (await Campus.TasksAsync(TaskKind.Unexplained)).Count);
        Assert.Equal(4, (await EntriesAsync("recording.taken-in")).Count);
        Assert.Equal(1, await Campus.CountToldAsync("teacher", "InventoryTaken"));
    }

    [Fact]
    public async Task Portion_ThatHasChangedSinceItWasSeen_IsNotTaken()
    {
        await LeaveAsync(2);
        var seen = await SeenAsync("?count=2");
        Campus.Leave(Campus.Now.AddYears(-2), "Older still");
        await Campus.FindAsync();

        var answer = await PostAsync("dpo", seen, 2);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Empty((await SplitAsync()).Taken);
    }

    [Theory]
    [InlineData(0, "Old, and nobody needs it.", "count")]
    [InlineData(201, "Old, and nobody needs it.", "count")]
    [InlineData(25, " ", "reason")]
    public async Task Portion_AskedForWrongly_IsRefusedByField(int count, string reason, string field)
    {
        await LeaveAsync(1);
        var seen = await SeenAsync();

        var answer = await PostAsync("dpo", seen, count, reason);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.True(answer.Json.GetProperty("errors").TryGetProperty(field, out _));
        Assert.Empty((await SplitAsync()).Taken);
    }

    [Fact]
    public async Task Portion_OfOnePerson_LeavesTheOthersAlone()
    {
        await LeaveAsync(2);
        var person = (await Campus.RecordingsAsync())[0].RecorderId;

        Assert.Equal(JsonValueKind.Null, (await SeenAsync($"?person={Guid.NewGuid()}")).GetProperty("portion").ValueKind);
        Assert.Equal(2, (await SeenAsync($"?person={person}")).GetProperty("portion").GetProperty("recordings").GetInt32());
    }

    [Theory]
    [InlineData("teacher")]
    [InlineData("course-admin")]
    [InlineData("student")]
    public async Task Doors_ForAnybodyElse_AreClosed(string account)
    {
        await LeaveAsync(1);
        var seen = await SeenAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await Campus.Bot.GetAsync(account, "/inventory")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(account, seen, 25)).Status);
        Assert.Empty((await SplitAsync()).Taken);
    }

    [Fact]
    public async Task Cloud_TakenInAMonthLater_GoesAWeekAfterItsHostWasToldAndNotBefore()
    {
        await Campus.HoldInCloudAsync(await Campus.PlanAsync());
        await Campus.AdvanceAsync(TimeSpan.FromDays(40));
        Assert.Equal((1, 1), await TakeAsync(await SeenAsync(), 25));
        await Campus.SettleAsync();

        var recording = await Campus.CloudRecordingAsync();
        Assert.Equal((true, EndReason.NotApproved), (recording.Unexplained, recording.EndReason));
        Assert.Equal(Campus.Now.AddDays(7), recording.EndsAt!.Value, Moment);
        await Campus.AdvanceAsync(TimeSpan.FromDays(6));
        Assert.Equal(RecordingState.Registered, (await Campus.RecordingAsync(recording.Id)).State);
        await Campus.AdvanceAsync(TimeSpan.FromDays(2));

        recording = await Campus.RecordingAsync(recording.Id);
        Assert.Equal(RecordingState.Deleted, recording.State);
        Assert.True(await Campus.IsCloudEmptyAsync());
        Assert.Equal(0, await Campus.CountToldAsync("teacher", "CloudUnexplained"));
    }

    [Fact]
    public async Task Folder_FoundAgainAfterItWasTakenIn_TellsNobodyTwice()
    {
        await LeaveAsync(1);
        await TakeAsync(await SeenAsync(), 25);
        var told = (await Campus.ToldAsync("teacher")).Count;

        await Campus.StopBotAsync();
        Scratch.Remove(Path.Combine(Campus.Data, "agent"));
        await Campus.StartBotAsync();
        await Campus.FindAsync();

        Assert.Equal(told, (await Campus.ToldAsync("teacher")).Count);
        Assert.Single(await Campus.TasksAsync(TaskKind.Unexplained));
    }

    [Fact]
    public async Task Log_AfterATaking_TellsTheStateThatIsThere()
    {
        await LeaveAsync(2);
        await TakeAsync(await SeenAsync("?count=1"), 1);

        var replay = await Campus.ReadAsync(registry => AuditReplay.OfAsync(registry, Ct));

        Assert.Empty(replay.Differences);
    }

    [Theory]
    [InlineData("en", "Take in this portion", "One person will be asked", "Recordings taken in: 2")]
    [InlineData("sv", "Ta in omgången", "En person kommer att tillfrågas", "Intagna inspelningar: 2")]
    public async Task Page_OfTheInventory_SaysWhomItConcernsAndTakesIt(string language, string act, string concerns, string done)
    {
        await LeaveAsync(2);
        var through = (await SeenAsync()).GetProperty("portion").GetProperty("through").GetString()!;
        using var dpo = await Campus.AtBrowserAsync("dpo", language);

        var page = await dpo.ReadAsync("/inventory");
        Assert.Contains(act, page, StringComparison.Ordinal);
        Assert.Contains(concerns, page, StringComparison.Ordinal);
        using var unsaid = await dpo.PostFormAsync("/inventory", "", [new("count", "25"), new("through", through)], action: "/inventory");
        Assert.Contains("role=\"alert\"", await unsaid.SeenAsync(), StringComparison.Ordinal);
        using var taken = await dpo.PostFormAsync(
            "/inventory",
            "",
            [new("count", "25"), new("through", through), new("reason", "The term begins.")],
            action: "/inventory"
        );

        Assert.Equal("/inventory?taken=2&asked=1", taken.Headers.Location?.ToString());
        Assert.Contains(done, await dpo.ReadAsync("/inventory?taken=2&asked=1"), StringComparison.Ordinal);
        Assert.Equal(2, (await SplitAsync()).Taken.Count);
    }

    /// <summary>So many folders from months ago, each a day younger than the one before.</summary>
    private async Task LeaveAsync(int folders)
    {
        for (var number = folders; number >= 1; number--)
            Campus.Leave(Campus.Now.AddDays(-100 - number), $"Talk {number}");
        await Campus.FindAsync();
        Assert.Equal(folders, (await SplitAsync()).Left.Count);
    }

    private async Task<JsonElement> SeenAsync(string query = "") => (await Campus.Bot.GetAsync("dpo", "/inventory" + query)).Must().Json;

    private async Task<(int Recordings, int People)> TakeAsync(JsonElement seen, int count)
    {
        var taken = (await PostAsync("dpo", seen, count)).Must().Json;
        return (taken.GetProperty("recordings").GetInt32(), taken.GetProperty("people").GetInt32());
    }

    private Task<Answer> PostAsync(string account, JsonElement seen, int count, string reason = "The term begins.") =>
        Campus.Bot.PostAsync(
            account,
            "/inventory/take",
            new
            {
                count,
                through = seen.GetProperty("portion").GetProperty("through").GetString(),
                reason,
            }
        );

    private async Task<(List<RecordingBot.Recordings.RecordingRow> Taken, List<RecordingBot.Recordings.RecordingRow> Left)> SplitAsync()
    {
        var all = await Campus.RecordingsAsync();
        return (all.FindAll(row => row.TakenInAt is not null), all.FindAll(row => row.InventoriedAt is not null));
    }

    private Task<List<AuditRow>> EntriesAsync(string action) =>
        Campus.ReadAsync(registry => registry.Audit.AsNoTracking().Where(entry => entry.Action == action).ToListAsync(Ct));
}
