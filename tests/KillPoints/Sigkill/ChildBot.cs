using System.Diagnostics;
using RecordingBot.Tests.Support;

namespace KillPoints.Sigkill;

/// <summary>The bot as it is run: its own program, in a process of its own.</summary>
internal sealed class ChildBot : IDisposable
{
    private readonly Process process;

    private ChildBot(Process process) => this.process = process;

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => process.HasExited;

    /// <summary>Starts it beside a campus, on what lies there.</summary>
    public static ChildBot Start(SmallCampus campus, Uri control)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "RecordingBot.dll"), .. campus.Arguments(), $"--Campus:ControlUrl={control}"]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_TieredPGO"] = "0";
        // A server's garbage collector makes itself at home for longer than this process lives.
        start.Environment["DOTNET_gcServer"] = "0";
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(process);
    }

    /// <summary>Ends it as the system does: without a word.</summary>
    public void Kill() => process.Kill();

    /// <summary>Waits until nothing of it is left.</summary>
    public Task EndAsync(CancellationToken ct) => process.WaitForExitAsync(ct);

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}
