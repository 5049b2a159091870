using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace Benchmarks.Audit;

/// <summary>
/// Entries per second of <c>audit verify</c>, a process from start to end; beside <c>sqlite3</c> writing the same table out, and SHA-256 alone over as many
/// bytes that lie in memory.
/// </summary>
internal static class AuditBenchmark
{
    private const int Entries = 1_000_000;
    private const int Rounds = 5;

    /// <summary>What an entry's fields come to, roughly.</summary>
    private const int EntryBytes = 640;

    public static async Task<Report> RunAsync(bool alone, CancellationToken ct)
    {
        var data = Directory.CreateTempSubdirectory("audit-").FullName;
        await Console.Error.WriteLineAsync($"writing {Entries:N0} entries");
        await AuditLog.WriteAsync(data, Entries, ct);
        List<double> ours = [];
        List<double> dumps = [];
        List<double> hashes = [];
        var peak = 0d;
        for (var round = 0; round <= Rounds; round++)
        {
            await Console.Error.WriteLineAsync(round == 0 ? "warming up" : $"round {round} of {Rounds}");
            var (verified, mebibytes) = await VerifyAsync(data, ct);
            if (round == 0)
                continue;
            ours.Add(verified);
            peak = Math.Max(peak, mebibytes);
            if (alone)
                continue;
            dumps.Add(await DumpAsync(Path.Combine(data, "registry.db"), ct));
            hashes.Add(Hash());
        }
        return Told(ours, peak, dumps, hashes);
    }

    private static Report Told(List<double> ours, double peak, List<double> dumps, List<double> hashes)
    {
        IReadOnlyList<double> Row(List<double> rounds, double mebibytes) =>
            dumps.Count == 0
                ? [rounds.Median(), rounds.Min(), rounds.Max(), mebibytes]
                : [rounds.Median(), rounds.Min(), rounds.Max(), mebibytes, ours.Median() / rounds.Median()];

        return new(
            "audit",
            $"Entries per second: audit verify over {Entries:N0} entries, a process from start to end, {Rounds} rounds; goal 300,000."
                + (dumps.Count == 0 ? "" : " Ratio: audit verify to the row."),
            [
                ("entriesPerSecond", "entries/s"),
                ("least", "least"),
                ("most", "most"),
                ("peakMiB", "peak MiB"),
                .. dumps.Count == 0 ? Array.Empty<(string, string)>() : [("ratio", "ratio")],
            ],
            [
                ("RecordingBot audit verify", Row(ours, peak)),
                .. dumps.Count == 0
                    ? Array.Empty<(string, IReadOnlyList<double>)>()
                    : [("sqlite3, SELECT * to nowhere", Row(dumps, 0)), ("SHA-256 alone, in memory", Row(hashes, 0))],
            ]
        );
    }

    private static async Task<(double PerSecond, double MebiBytes)> VerifyAsync(string data, CancellationToken ct)
    {
        var (took, error) = await TimeAsync(Environment.ProcessPath!, ["verb", "audit", "verify", "--data", data], ct);
        var peak = error.Split('\n').First(line => line.StartsWith(VerbProgram.Peak, StringComparison.Ordinal))[VerbProgram.Peak.Length..];
        return (Entries / took.TotalSeconds, double.Parse(peak, CultureInfo.InvariantCulture) / 1024);
    }

    private static async Task<double> DumpAsync(string file, CancellationToken ct)
    {
        try
        {
            var (took, _) = await TimeAsync(
                "sqlite3",
                ["-readonly", file, ".output /dev/null", "SELECT * FROM Audit ORDER BY Sequence"],
                ct
            );
            return Entries / took.TotalSeconds;
        }
        catch (Win32Exception missing)
        {
            throw new BenchmarkException(
                "The program sqlite3 is not installed (Debian: apt-get install sqlite3); or measure with --contestant-only.",
                missing
            );
        }
    }

    private static double Hash()
    {
        var (bytes, hash) = (new byte[EntryBytes], new byte[SHA256.HashSizeInBytes]);
        var began = Stopwatch.GetTimestamp();
        for (var entry = 0; entry < Entries; entry++)
        {
            // Each follows the one before it, as in the log.
            hash.CopyTo(bytes, 0);
            SHA256.HashData(bytes, hash);
        }
        return Entries / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task<(TimeSpan Took, string Error)> TimeAsync(string program, string[] args, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(
            new ProcessStartInfo(program, args)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var error = await process.StandardError.ReadToEndAsync(ct);
        await output;
        await process.WaitForExitAsync(ct);
        var took = Stopwatch.GetElapsedTime(began);
        return process.ExitCode == 0
            ? (took, error)
            : throw new BenchmarkException($"{program} ended with status {process.ExitCode}: {error}");
    }
}
