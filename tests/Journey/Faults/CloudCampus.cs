namespace Journey.Faults;

/// <summary>A whole Campus whose pack lets recordings be in Zoom's cloud.</summary>
public sealed class CloudCampus : IAsyncLifetime
{
    private static readonly IReadOnlyDictionary<string, string> Pack = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Policy__Pack"] = "example",
    };

    private CampusProcess? campus;
    private Doors? doors;

    internal Doors Doors => doors!;

    /// <summary>Where Zoom leaves its recordings.</summary>
    internal string Recordings => Path.Combine(campus!.Folder, "zoom-recordings");

    public async ValueTask InitializeAsync()
    {
        campus = await CampusProcess.StartAsync("cloud-campus", Pack, TestContext.Current.CancellationToken);
        doors = new(campus.Bot!, campus.Canvas!, campus.Zoom!, campus.Control!);
    }

    public async ValueTask DisposeAsync()
    {
        doors?.Dispose();
        if (campus is not null)
            await campus.DisposeAsync();
    }
}
