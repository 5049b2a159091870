namespace Journey.Faults;

/// <summary>A whole Campus for the tests of one class, less patient with Canvas than usual: what fails, fails within seconds.</summary>
public sealed class FaultCampus : IAsyncLifetime
{
    private static int count;
    private CampusProcess? campus;
    private Doors? doors;

    internal Doors Doors => doors!;

    /// <summary>Where Zoom leaves its recordings.</summary>
    internal string Recordings => Path.Combine(campus!.Folder, "zoom-recordings");

    public async ValueTask InitializeAsync()
    {
        var name = $"fault-campus-{Interlocked.Increment(ref count)}";
        campus = await CampusProcess.StartAsync(name, Impatient, TestContext.Current.CancellationToken);
        doors = new(campus.Bot!, campus.Canvas!, campus.Zoom!, campus.Control!);
    }

    public async ValueTask DisposeAsync()
    {
        doors?.Dispose();
        if (campus is not null)
            await campus.DisposeAsync();
    }

    /// <summary>An operator's own settings, as the environment gives them.</summary>
    private static readonly IReadOnlyDictionary<string, string> Impatient = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Canvas__HeadersTimeout"] = "00:00:03",
        ["Canvas__CallTimeout"] = "00:00:04",
        ["Canvas__LongestWait"] = "00:00:01",
        ["Canvas__MaxAttempts"] = "2",
    };

    /// <summary>Ends every fault, and lets a minute go by: what failed is tried again within half of one.</summary>
    internal async Task MendAsync()
    {
        await Doors.CanvasSandboxAsync("DELETE /faults");
        await Doors.ZoomSandboxAsync("DELETE /faults");
        await Doors.LaterAsync("PT1M");
    }
}
