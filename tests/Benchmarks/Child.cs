using System.Diagnostics;

namespace Benchmarks;

/// <summary>
/// A program that a benchmark starts. It talks in lines; what it says on standard error is shown. It ends when its standard input does, and so it also
/// ends when the benchmark is killed.
/// </summary>
internal sealed class Child : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly string name;
    private readonly Process process;

    private Child(string name, Process process) => (this.name, this.process) = (name, process);

    /// <summary>Starts a program.</summary>
    public static Child Start(string name, string program, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        return new(name, Process.Start(start)!);
    }

    /// <summary>Starts a program of a peer, in Node.js.</summary>
    /// <param name="peer">The peer's folder.</param>
    /// <param name="script">A script there.</param>
    /// <param name="arguments">What the script is given.</param>
    public static Child Node(string peer, string script, params IReadOnlyList<string> arguments) =>
        Start(peer, "node", [Path.Combine(Place.Peers, peer, script), .. arguments]);

    /// <summary>The processors' time that it has taken.</summary>
    public TimeSpan Worked
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Says a line to it.</summary>
    public Task TellAsync(string line, CancellationToken ct) => process.StandardInput.WriteLineAsync(line.AsMemory(), ct);

    /// <summary>The next line that it says.</summary>
    public async Task<string> HearAsync(CancellationToken ct) =>
        await process.StandardOutput.ReadLineAsync(ct).AsTask().WaitAsync(Patience, ct)
        ?? throw new BenchmarkException($"{name} ended before it answered.");

    /// <summary>Lets it say what it likes from now on; nobody listens.</summary>
    public Child Unheard()
    {
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        return this;
    }

    /// <summary>Ends it in the middle of whatever it does, as <c>kill -9</c> would.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
        process.Dispose();
    }
}
