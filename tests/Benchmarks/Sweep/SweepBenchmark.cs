using System.Globalization;
using System.Text.Json;
using RecordingBot.Tests.Support;

namespace Benchmarks.Sweep;

/// <summary>
/// A sweep of 5,000 due recordings among a million, by the product's own reconciler: each is found, claimed, read with everything around it, decided, and
/// what came of it recorded. Beside it the very statements that it carries out, in <c>sqlite3</c> or <c>psql</c>, and EF Core as its documentation shows.
/// Then the same registry with nothing due.
/// </summary>
internal static class SweepBenchmark
{
    private const int Rounds = 3;

    public static async Task<Report> RunAsync(bool alone, CancellationToken ct)
    {
        var rows = new List<(string, IReadOnlyList<double>)>();
        var data = Directory.CreateTempSubdirectory("sweep-").FullName;
        var file = Path.Combine(data, "registry.db");
        rows.AddRange(await RunAsync(new("SQLite", data, $"Data Source={file}", new DatabaseProgram.Sqlite(file)), alone, ct));
        await using var server = await PostgresServer.StartNewAsync();
        data = Directory.CreateTempSubdirectory("sweep-").FullName;
        var connection = await server.CreateDatabaseAsync();
        rows.AddRange(await RunAsync(new("PostgreSQL", data, connection, new DatabaseProgram.Postgres(connection)), alone, ct));
        return new(
            "sweep",
            string.Create(
                CultureInfo.InvariantCulture,
                $"A sweep of {SweepRegistry.Due:N0} due recordings, {SweepRegistry.Held} of them held, among {SweepRegistry.Recordings:N0}: {Rounds} rounds by turns, the time in the middle (of EF Core as documented one round). Goals: 3 times raw, and 10 ms for a look that finds nothing due. PostgreSQL runs without fsync, SQLite with it."
            ),
            [
                ("seconds", "seconds"),
                ("idleMilliseconds", "idle ms"),
                ("peakMebibytes", "peak MiB"),
                .. alone ? [] : new[] { ("ratio", "× raw") },
            ],
            rows
        );
    }

    private static async Task<IEnumerable<(string, IReadOnlyList<double>)>> RunAsync(Place place, bool alone, CancellationToken ct)
    {
        var registry = new SweepRegistry(place.ConnectionString);
        await Console.Error.WriteLineAsync($"{place.Name}: making {SweepRegistry.Recordings:N0} recordings");
        await registry.CreateAsync(ct);
        await using var ours = Program(place);
        await using var documented = Program(place);
        await AskAsync(ours, "begin", ct);

        // The first round warms up; what is carried out in it is what the raw programs get.
        var transcript = Path.Combine(place.Data, "transcript.sql");
        await registry.ResetAsync(ct);
        var statements = (await AskAsync(ours, "transcribe " + transcript, ct)).Seconds;
        var checksum = await registry.ReadAsync(ct);
        var written = "documented " + JsonSerializer.Serialize(await registry.WrittenAsync(ct));
        await Console.Error.WriteLineAsync($"{place.Name}: {statements:N0} statements");

        (string Name, Func<Task<double>> Run)[] contestants =
        [
            ("RecordingBot", async () => (await AskAsync(ours, "sweep", ct)).Seconds),
            .. alone
                ? Array.Empty<(string, Func<Task<double>>)>()
                :
                [
                    ($"{place.Raw.Name}, the same statements", () => place.Raw.RunAsync(transcript, ct)),
                    ("EF Core as documented", async () => (await AskAsync(documented, written, ct)).Seconds),
                ],
        ];
        var seconds = contestants.Select(_ => new List<double>()).ToArray();
        List<double> idle = [];
        for (var round = 1; round <= Rounds; round++)
        {
            foreach (var (index, (name, run)) in contestants.Index())
            {
                // One round of it takes as long as all others, and is for scale only.
                if (index == 2 && round > 1)
                    continue;
                await registry.ResetAsync(ct);
                seconds[index].Add(await run());
                await Console.Error.WriteLineAsync($"{place.Name}: round {round} of {Rounds}, {name}: {seconds[index][^1]:F2} s");
                if (await registry.ReadAsync(ct) != checksum)
                    throw new BenchmarkException($"{name} on {place.Name} has left other rows than the others.");
            }
            idle.Add((await AskAsync(ours, "idle", ct)).Seconds * 1000);
        }
        var peak = (await AskAsync(ours, "idle", ct)).PeakMebibytes;
        return contestants.Select(
            (contestant, index) =>
                (
                    $"{place.Name}: {contestant.Name}",
                    (IReadOnlyList<double>)
                        [
                            seconds[index].Median(),
                            index == 0 ? idle.Median() : 0,
                            index == 0 ? peak : 0,
                            .. alone ? Array.Empty<double>() : [seconds[index].Median() / seconds[1].Median()],
                        ]
                )
        );
    }

    private static Child Program(Place place) =>
        Child.Start(
            "RecordingBot",
            Environment.ProcessPath!,
            "sweep-program",
            "--environment=Campus",
            $"--data={place.Data}",
            $"--Registry:ConnectionString={place.ConnectionString}",
            "--Campus:ControlUrl=http://127.0.0.1:9",
            "--Logging:Console:LogToStandardErrorThreshold=Trace",
            "--Logging:LogLevel:Default=Warning"
        );

    private static async Task<Measured> AskAsync(Child program, string line, CancellationToken ct)
    {
        await program.TellAsync(line, ct);
        return JsonSerializer.Deserialize<Measured>(await program.HearAsync(ct))!;
    }

    private sealed record Place(string Name, string Data, string ConnectionString, DatabaseProgram Raw);
}
