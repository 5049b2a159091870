using System.Globalization;
using System.Text.Json;
using Benchmarks.Sweep;

namespace Benchmarks.TermEnd;

/// <summary>
/// The end of a term: every course closes at one instant, of which everybody was warned. The product's own host orders, removes, reads back and receipts,
/// in Canvas under its throttle and on a computer; the time beside the one that the throttle needs for as many calls at least.
/// </summary>
internal static class TermEndBenchmark
{
    /// <summary>What a large university has at a term's end.</summary>
    public const int Usual = 20_000;

    public static async Task<Report> RunAsync(int count, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("term-end-").FullName;
        var (data, root) = (Path.Combine(folder, "bot"), Path.Combine(folder, "computer"));
        Directory.CreateDirectory(data);
        var term = new Term(count, DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()));
        await Console.Error.WriteLineAsync($"making {count:N0} recordings in {term.Courses:N0} courses");
        var registry = new TermRegistry(term, Path.Combine(data, "registry.db"));
        await registry.CreateAsync(root, ct);
        await using var canvas = await TermCanvas.StartAsync(term, Path.Combine(folder, "canvas"), ct);
        var measured = await RunAsync(data, root, canvas.Address, ct);

        var (served, refused, files) = await canvas.ReadAsync(ct);
        var (overdue, gone, receipts) = await registry.ReadAsync(ct);
        var onDisk = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Count();
        if ((overdue, gone, receipts, files, onDisk) != (0, 2 * count, 2 * count, 0, 0))
            throw new BenchmarkException(
                $"After {measured.Seconds:F0} s {overdue} recordings are overdue; {gone} copies are gone, with {receipts} receipts; {files} files are in Canvas and {onDisk} on the computer."
            );
        var least = TermCanvas.Least(served);
        return new(
            "term-end",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{count:N0} published recordings whose {term.Courses:N0} courses have closed at one instant, each with a file in Canvas and one on a computer: all deleted, read back and receipted. A call costs {TermCanvas.Cost} in Canvas's bucket, from which 10 flow in a second; 'at least' is what the bucket needs for as many calls."
            ),
            [
                ("seconds", "seconds"),
                ("leastSeconds", "at least"),
                ("requests", "requests"),
                ("requestsEach", "each"),
                ("refusals", "refusals"),
                ("receipts", "receipts"),
                ("overdue", "overdue"),
                ("peakMebibytes", "peak MiB"),
            ],
            [
                (
                    "RecordingBot",
                    [measured.Seconds, least, served, (double)served / count, refused, receipts, overdue, measured.PeakMebibytes]
                ),
            ]
        );
    }

    private static async Task<Measured> RunAsync(string data, string root, Uri canvas, CancellationToken ct)
    {
        await using var bot = Child.Start(
            "RecordingBot",
            Environment.ProcessPath!,
            "term-end-program",
            root,
            "--environment=Campus",
            $"--data={data}",
            "--Urls=http://127.0.0.1:0",
            $"--Canvas:BaseUrl={canvas}",
            // As they are outside Campus.
            "--Canvas:SyncEvery=00:15:00",
            "--Canvas:SectionsEvery=1.00:00:00",
            "--Campus:ControlUrl=http://127.0.0.1:9",
            "--Logging:Console:LogToStandardErrorThreshold=Trace",
            "--Logging:LogLevel:Default=Warning"
        );
        var told = "";
        while (await bot.HearAsync(ct) is { } line)
        {
            if (line.StartsWith('{'))
                return JsonSerializer.Deserialize<Measured>(line)!;
            if (line != told)
                await Console.Error.WriteLineAsync(line + " left");
            told = line;
        }
        throw new BenchmarkException("The bot has said nothing.");
    }
}
