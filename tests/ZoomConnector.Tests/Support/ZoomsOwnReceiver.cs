using System.Diagnostics;
using CanvasConnector.Tests.Support;

namespace ZoomConnector.Tests.Support;

/// <summary>Zoom's own library (npm <c>@zoom/rivet</c>) as a receiver of webhooks, in a process of its own.</summary>
internal sealed class ZoomsOwnReceiver : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process process;

    private readonly Task<string> heard;

    private ZoomsOwnReceiver(Process process, Uri address)
    {
        (this.process, Address) = (process, address);
        heard = process.StandardOutput.ReadToEndAsync();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts it with a secret; it hears these events.</summary>
    public static async Task<ZoomsOwnReceiver> StartAsync(string secret, params string[] events)
    {
        var ct = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo("node", ["receiver.mjs", secret, .. events])
        {
            WorkingDirectory = await PeerFolder.ReadyAsync(ct),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadLineAsync(ct).AsTask().WaitAsync(Patience, ct);
        return new(process, new Uri(said!));
    }

    /// <summary>Ends it.</summary>
    /// <returns>The events that it took, in their order.</returns>
    public async Task<string[]> EndAsync()
    {
        process.StandardInput.Close();
        return (await heard.WaitAsync(Patience)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
        process.Dispose();
    }
}
