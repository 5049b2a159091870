using System.ComponentModel;
using System.Diagnostics;

namespace RecordingAgent.Waveforms;

/// <summary>
/// Draws a file's sound with ffmpeg, as a program of its own: whatever is wrong with the file is that program's trouble, and it is ended when it
/// takes too long (facts/stack 7).
/// </summary>
internal sealed class WaveformMaker(string program, TimeSpan patience)
{
    /// <summary>Reads the file's first sound track.</summary>
    /// <param name="path">The file's absolute path.</param>
    /// <param name="ct">Ends the program too.</param>
    public async Task<Drawing> DrawAsync(string path, CancellationToken ct)
    {
        using var process = Start(path);
        if (process is null)
            return Drawing.None(WaveformOutcome.NoProgram);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(patience);
        try
        {
            var complaints = process.StandardError.BaseStream.CopyToAsync(Stream.Null, limit.Token);
            var peaks = await Peaks.ReadAsync(process.StandardOutput.BaseStream, limit.Token);
            await complaints;
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 && peaks.Length > 0 ? new(WaveformOutcome.Drawn, peaks) : Drawing.None(WaveformOutcome.NoSound);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Drawing.None(WaveformOutcome.TimedOut);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private Process? Start(string path)
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
        };
        foreach (var argument in Arguments(path))
            start.ArgumentList.Add(argument);
        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception)
        {
            return null; // it isn't there, or may not be run
        }
    }

    /// <summary>A playlist that poses as a film would name other files and addresses: only what a film's own boxes hold is read.</summary>
    private static string[] Arguments(string path) =>
        [
            "-nostdin",
            "-hide_banner",
            "-loglevel",
            "error",
            "-protocol_whitelist",
            "file",
            "-format_whitelist",
            "mov,mp4",
            "-i",
            "file:" + path,
            "-map",
            "0:a:0",
            "-ac",
            "1",
            "-ar",
            "8000",
            "-f",
            "s16le",
            "pipe:1",
        ];
}
