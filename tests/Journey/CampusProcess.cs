using System.Diagnostics;
using System.Text.Json;
using Campus;

namespace Journey;

/// <summary>Campus as people start it: a process of its own, on free ports, with a data folder of its own.</summary>
internal sealed class CampusProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Child child;

    private CampusProcess(Child child, string folder, JsonElement ready)
    {
        this.child = child;
        Folder = folder;
        (Bot, Canvas, Zoom, Control) = (Address(ready, "bot"), Address(ready, "canvas"), Address(ready, "zoom"), Address(ready, "control"));
    }

    /// <summary>Its data folder.</summary>
    public string Folder { get; }

    public Uri? Bot { get; }
    public Uri? Canvas { get; }
    public Uri? Zoom { get; }
    public Uri? Control { get; }

    /// <summary>Starts it and waits for the line that says where everything is.</summary>
    public static Task<CampusProcess> StartAsync(string name, CancellationToken ct, params string[] arguments) =>
        StartAsync(name, new Dictionary<string, string>(StringComparer.Ordinal), ct, arguments);

    /// <summary>Starts it with settings in its environment.</summary>
    public static async Task<CampusProcess> StartAsync(
        string name,
        IReadOnlyDictionary<string, string> environment,
        CancellationToken ct,
        params string[] arguments
    )
    {
        var folder = Place.NewFolder();
        var ready = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        string[] all = [Place.Program("samples", "Campus"), "--base-port", "0", "--data", folder, .. arguments];
        var start = new ProcessStartInfo("dotnet", all);
        foreach (var (key, value) in environment)
            start.Environment[key] = value;
        var child = Child.Start(name, start, line => ready.TrySetResult(line));
        try
        {
            var line = await ready.Task.WaitAsync(Patience, ct);
            return new(child, folder, JsonSerializer.Deserialize<JsonElement>(line));
        }
        catch
        {
            await child.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await child.DisposeAsync();
        CampusFolder.Prepare(Folder, fresh: true);
    }

    private static Uri? Address(JsonElement ready, string part) =>
        ready.TryGetProperty(part, out var address) ? new(address.GetString()!) : null;
}
