using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Journey;

/// <summary>A process that a test starts and ends. What it says goes to files, never to the console.</summary>
internal sealed class Child : IAsyncDisposable
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(20);
    private readonly Process process;
    private readonly Task drained;

    private Child(Process process, Task drained) => (this.process, this.drained) = (process, drained);

    /// <summary>The process's id.</summary>
    public int Id => process.Id;

    /// <summary>Starts a program.</summary>
    /// <param name="name">Names its two files.</param>
    /// <param name="start">What to start.</param>
    /// <param name="line">Is given each line of its standard output.</param>
    public static Child Start(string name, ProcessStartInfo start, Action<string>? line = null)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError, start.RedirectStandardInput) = (true, true, true);
        start.UseShellExecute = false;
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        var drained = Task.WhenAll(
            DrainAsync(process.StandardOutput, Place.Artifact(name + ".out"), line),
            DrainAsync(process.StandardError, Place.Artifact(name + ".err"), line: null)
        );
        return new(process, drained);
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit status.</returns>
    public async Task<int> EndAsync(TimeSpan patience, CancellationToken ct)
    {
        await process.WaitForExitAsync(ct).WaitAsync(patience, ct);
        await drained;
        return process.ExitCode;
    }

    /// <summary>Ends it as a terminal would, and kills what doesn't listen.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            _ = Kill(process.Id, SigTerm);
            try
            {
                await process.WaitForExitAsync().WaitAsync(Farewell);
            }
            catch (TimeoutException)
            {
                process.Kill(entireProcessTree: true);
            }
        }
        await drained;
        process.Dispose();
    }

    /// <summary>Lets it stand still, wherever it is.</summary>
    public void Pause() => Assert.Equal(0, Kill(process.Id, SigStop));

    /// <summary>Lets it go on as if nothing had been.</summary>
    public void Resume() => Assert.Equal(0, Kill(process.Id, SigCont));

    private const int SigTerm = 15;
    private const int SigCont = 18;
    private const int SigStop = 19;

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);

    private static async Task DrainAsync(StreamReader from, string path, Action<string>? line)
    {
        await using var to = new StreamWriter(path, append: false) { AutoFlush = true };
        while (await from.ReadLineAsync() is { } said)
        {
            await to.WriteLineAsync(said);
            line?.Invoke(said);
        }
    }
}
