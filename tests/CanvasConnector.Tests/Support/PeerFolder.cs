using System.Diagnostics;

namespace CanvasConnector.Tests.Support;

/// <summary>The folder of the clients from npm, pinned by its lock file.</summary>
internal static class PeerFolder
{
    private static readonly SemaphoreSlim Gate = new(1, 1);

    /// <summary>Installs what the lock file names where that isn't there yet, and tells where.</summary>
    public static async Task<string> ReadyAsync(CancellationToken ct)
    {
        var folder = Find();
        await Gate.WaitAsync(ct);
        try
        {
            var installed = new FileInfo(Path.Combine(folder, "node_modules", ".package-lock.json"));
            if (installed.Exists && installed.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json")))
                return folder;
            var npm = new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund"]) { WorkingDirectory = folder };
            var (status, said) = await RunAsync(npm, TimeSpan.FromMinutes(5), ct);
            Assert.True(status == 0, said);
            return folder;
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>Runs a program to its end and gives its status and all that it said.</summary>
    public static async Task<(int Status, string Said)> RunAsync(ProcessStartInfo start, TimeSpan patience, CancellationToken ct)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError, start.RedirectStandardInput) = (true, true, true);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(patience);
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, string.Concat(await said));
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    // Not by the path of this source file, which a build under CI makes up: the program lies below the sources.
    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var peers = Path.Combine(folder.FullName, "Peers");
            if (File.Exists(Path.Combine(peers, "package-lock.json")))
                return peers;
        }
        throw new DirectoryNotFoundException("tests/CanvasConnector.Tests/Peers");
    }
}
