using System.Diagnostics;
using System.Text.Json;

namespace Benchmarks.Canvas;

/// <summary>The same three steps with curl.</summary>
internal static class Curl
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    public static async Task<Run> UploadAsync(Uri address, string path, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        var size = new FileInfo(path).Length;
        string[] token = ["-H", "Authorization: Bearer benchmark-token"];
        var (ticket, _) = await AskAsync(
            [.. token, "-d", "name=benchmark.mp4", "-d", $"size={size}", new Uri(address, "api/v1/courses/101/files").ToString()],
            ct
        );
        using var parsed = JsonDocument.Parse(ticket);
        var form = parsed
            .RootElement.GetProperty("upload_params")
            .EnumerateObject()
            .SelectMany(field => new[] { "-F", $"{field.Name}={field.Value}" });
        var to = parsed.RootElement.GetProperty("upload_url").GetString()!;
        var (location, peak) = await AskAsync(
            [.. form, "-F", $"file=@{path};type=video/mp4", "-o", "/dev/null", "-w", "%header{location}", to],
            ct
        );
        var (file, _) = await AskAsync([.. token, location], ct);
        using var shown = JsonDocument.Parse(file);
        return new Run(Stopwatch.GetElapsedTime(began).TotalSeconds, shown.RootElement.GetProperty("size").GetInt64(), peak);
    }

    private static async Task<(string Said, double PeakMebibytes)> AskAsync(string[] arguments, CancellationToken ct)
    {
        var start = new ProcessStartInfo("curl", ["--silent", "--show-error", "--fail", .. arguments])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync(ct);
        var peak = 0L;
        while (!process.HasExited)
        {
            process.Refresh();
            peak = Math.Max(peak, process.PeakWorkingSet64);
            await Task.WhenAny(process.WaitForExitAsync(ct), Task.Delay(Look, ct));
        }
        if (process.ExitCode != 0)
            throw new BenchmarkException($"curl ended with {process.ExitCode}.");
        return (await said, peak / 1048576.0);
    }
}
