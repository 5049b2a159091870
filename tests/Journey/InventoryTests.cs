using System.Globalization;
using System.Text.Json;
using Journey.Faults;

namespace Journey;

/// <summary>Old recordings at a university that begins: listed and left alone, taken in, asked about and answered for, through public doors.</summary>
public sealed class InventoryTests : IAsyncLifetime
{
    private CampusProcess? campus;
    private Doors? doors;

    private string Recordings => Path.Combine(campus!.Folder, "zoom-recordings");

    public async ValueTask InitializeAsync()
    {
        var from = TimeProvider.System.GetUtcNow().AddDays(60).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        campus = await CampusProcess.StartAsync(
            "inventory-campus",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Recordings__GovernedFrom"] = from },
            TestContext.Current.CancellationToken
        );
        doors = new(campus.Bot!, campus.Canvas!, campus.Zoom!, campus.Control!);
    }

    [Fact]
    public async Task OldRecordings_FoundAtTheStart_AreLeftAloneUntilTheyAreTakenIn()
    {
        var folder = OldFolder.Leave(Recordings, TimeProvider.System.GetUtcNow().AddYears(-1).DateTime, "Korridorsprat");
        var lecture = await Lecture.PlanAsync(doors!, Recordings);
        await lecture.InZoom.MeetAsync();
        await lecture.InZoom.RecordInCloudUnseenAsync();
        await lecture.InZoom.EndAsync();
        await doors!.LaterAsync("PT40M");
        await lecture.UntilStateAsync("registered");

        await doors.LaterAsync("P28D");

        Assert.True(Directory.Exists(folder));
        Assert.False(await lecture.InZoom.IsGoneFromCloudAsync());
        Assert.Empty((await lecture.MeetingAsync())!.Value.GetProperty("incidents").EnumerateArray());
        Assert.Empty(Items(await doors.ApiAsync("dpo", "GET /incidents?state=open")));
        Assert.Empty(await AskedAsync());
        var inventory = await doors.ApiAsync("dpo", "GET /inventory");
        Assert.Equal(
            ["recorder-computer", "zoom-cloud"],
            Items(inventory).Select(item => item.GetProperty("place").GetString()).Order(StringComparer.Ordinal)
        );

        var portion = inventory.GetProperty("portion");
        Assert.Equal((2, 1), (portion.GetProperty("recordings").GetInt32(), portion.GetProperty("people").GetInt32()));
        var taken = await doors.ApiAsync(
            "dpo",
            "POST /inventory/take",
            new { through = portion.GetProperty("through").GetString(), reason = "Terminen har börjat." }
        );
        Assert.Equal(2, taken.GetProperty("recordings").GetInt32());
        await doors.UntilAsync("both to be asked about", async () => (await AskedAsync()).Count == 2);

        var local = (await AskedAsync()).Single(task =>
            !task.GetProperty("subject").GetString()!.EndsWith(lecture.RecordingId, StringComparison.Ordinal)
        );
        await doors.ApiAsync("teacher", $"POST /tasks/{local.GetProperty("id").GetString()}/answer", new { answer = "delete" });
        await doors.UntilAsync("the folder to go", () => Task.FromResult(!Directory.Exists(folder)));
        await doors.LaterAsync("P6D");
        Assert.False(await lecture.InZoom.IsGoneFromCloudAsync());
        await doors.LaterAsync("P2D");

        await doors.UntilAsync("the cloud to be empty", lecture.InZoom.IsGoneFromCloudAsync);
        await doors.UntilAsync("nothing to be asked", async () => (await AskedAsync()).Count == 0);
        Assert.NotEmpty(await lecture.ReceiptsAsync());
        Assert.Equal(0, (await doors.ApiAsync("dpo", "GET /inventory")).GetProperty("recordings").GetInt32());
        Assert.Empty(Items(await doors.ApiAsync("dpo", "GET /incidents?state=open")));
    }

    public async ValueTask DisposeAsync()
    {
        doors?.Dispose();
        if (campus is not null)
            await campus.DisposeAsync();
    }

    /// <summary>What the teacher is asked about recordings without a decision.</summary>
    private async Task<IReadOnlyList<JsonElement>> AskedAsync() =>
        [
            .. Items(await doors!.ApiAsync("teacher", "GET /tasks?limit=100"))
                .Where(task => task.GetProperty("kind").GetString() == "unexplained-recording"),
        ];

    private static IReadOnlyList<JsonElement> Items(JsonElement answer) => [.. answer.GetProperty("items").EnumerateArray()];
}
