using System.Data.Common;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Benchmarks.Chat;
using Microsoft.Data.Sqlite;
using Npgsql;
using RecordingBot.Tests.Support;

namespace Benchmarks.Webhooks;

/// <summary>
/// Webhooks per second through the product's door, each durable before its answer, beside Zoom's own library with and without a store, and an endpoint
/// that only checks the signature. Then the product once more, killed every ten seconds: what was answered with 200 is there, and is there once.
/// </summary>
internal static class WebhookBenchmark
{
    private const int Rounds = 3;
    private const int Lives = 4;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(10);

    public static async Task<Report> RunAsync(bool alone, CancellationToken ct)
    {
        await using var server = await PostgresServer.StartNewAsync(synced: true);
        Receiver[] ours = [OnSqlite(), OnPostgres(server)];
        Receiver[] theirs = alone
            ? []
            :
            [
                new(
                    "ASP.NET Core, the signature only",
                    (_, ct) => StartAsync("bare", Environment.ProcessPath!, ["webhook-bare"], ct),
                    null
                ),
                new("@zoom/rivet 0.4.0, storing nothing", (_, ct) => PeerAsync([], ct), null),
                new(
                    "@zoom/rivet 0.4.0, libsql 0.5.29 synced",
                    (folder, ct) => PeerAsync([Path.Combine(folder, "inbox.db")], ct),
                    (folder, ct) => DigestsAsync(new SqliteConnection($"Data Source={Path.Combine(folder, "inbox.db")};Pooling=False"), ct)
                ),
            ];
        Receiver[] killed =
        [
            .. ours.Select(one => one with { Name = one.Name + ", killed every 10 s", IsKilled = true, PerSecond = [], Milliseconds = [] }),
        ];

        for (var round = 1; round <= Rounds; round++)
        {
            foreach (var one in ours.Concat(theirs))
            {
                await MeasureAsync(one, ct);
                await Console.Error.WriteLineAsync($"round {round} of {Rounds}, {one.Name}: {one.PerSecond[^1]:N0} a second");
            }
        }
        foreach (var one in killed)
        {
            await LiveAsync(one, ct);
            await Console.Error.WriteLineAsync($"{one.Name}: {one.PerSecond[^1]:N0} a second");
        }
        if (ours.Concat(killed).Any(one => one.Lost > 0 || one.Doubled > 0))
            throw new BenchmarkException("What was answered with 200 and what is stored differ.");
        return Told([.. ours, .. killed, .. theirs]);
    }

    private static Report Told(Receiver[] receivers)
    {
        var (nothing, synced) = (PerSecond(receivers, "storing nothing"), PerSecond(receivers, "synced"));
        return new(
            "webhooks",
            $"Webhooks that are signed, each another, over {Crowd.Senders} connections with one on the way on each: {Rounds} rounds by turns, each contestant started anew and warmed up; the round in the middle, the times of all. The product and the synced peer have each event on disk before they answer. Lost and doubled are rows beside answers. Goals: 1 times rivet storing nothing, 4 times rivet synced, p99 25 ms.",
            [
                ("eventsPerSecond", "events/s"),
                ("p50Milliseconds", "p50 ms"),
                ("p99Milliseconds", "p99 ms"),
                ("p999Milliseconds", "p99.9 ms"),
                ("lost", "lost"),
                ("doubled", "doubled"),
                .. nothing is null ? [] : new[] { ("ratioToRivet", "× rivet"), ("ratioToRivetSynced", "× synced") },
            ],
            [
                .. receivers.Select(one =>
                    (
                        one.Name,
                        (IReadOnlyList<double>)
                            [
                                one.PerSecond.Median(),
                                one.Milliseconds.Median(),
                                one.Milliseconds.Quantile(0.99),
                                one.Milliseconds.Quantile(0.999),
                                one.Lost,
                                one.Doubled,
                                .. nothing is { } first && synced is { } second
                                    ? new[] { one.PerSecond.Median() / first, one.PerSecond.Median() / second }
                                    : [],
                            ]
                    )
                ),
            ]
        );
    }

    private static double? PerSecond(Receiver[] receivers, string end) =>
        Array.Find(receivers, one => one.Name.EndsWith(end, StringComparison.Ordinal))?.PerSecond.Median();

    /// <summary>A round: started anew, warmed up, measured, and ended without warning, since what it has answered has to be there by then.</summary>
    private static async Task MeasureAsync(Receiver one, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("webhooks-").FullName;
        var (program, address) = await one.Start(folder, ct);
        await using var running = program;
        var crowd = new Crowd(address);
        await crowd.RunAsync(WarmUp, ct);
        var (perSecond, each) = await crowd.RunAsync(Round, ct);
        await program.KillAsync();
        if (crowd.Repeated > 0)
            throw new BenchmarkException($"{one.Name} has refused {crowd.Repeated} deliveries.");
        one.PerSecond.Add(perSecond);
        one.Milliseconds.AddRange(each);
        await CompareAsync(one, folder, crowd, ct);
    }

    /// <summary>Killed and started again while the crowd goes on; then all that was answered has to be there.</summary>
    private static async Task LiveAsync(Receiver one, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("webhooks-").FullName;
        var (program, address) = await one.Start(folder, ct);
        var crowd = new Crowd(address);
        var running = crowd.RunAsync(Life * Lives, ct);
        for (var life = 1; ; life++)
        {
            await Task.WhenAny(running, Task.Delay(Life, ct));
            if (running.IsCompleted)
                break;
            await program.KillAsync();
            await program.DisposeAsync();
            await Console.Error.WriteLineAsync($"{one.Name}: killed for the {life}. time, {crowd.Answered:N0} deliveries so far");
            (program, _) = await one.Start(folder, ct);
        }
        var (perSecond, each) = await running;
        await program.KillAsync();
        await program.DisposeAsync();
        one.PerSecond.Add(perSecond);
        one.Milliseconds.AddRange(each);
        await CompareAsync(one, folder, crowd, ct);
    }

    private static async Task CompareAsync(Receiver one, string folder, Crowd crowd, CancellationToken ct)
    {
        if (one.Stored is null)
            return;
        var stored = await one.Stored(folder, ct);
        var distinct = stored.ToHashSet(StringComparer.Ordinal);
        one.Doubled += stored.Count - distinct.Count;
        one.Lost += Enumerable.Range(1, crowd.Answered).Count(number => !distinct.Contains(Deliveries.Digest(number)));
        if (distinct.Count != crowd.Answered)
            throw new BenchmarkException($"{one.Name}: {crowd.Answered} answers with 200, and {distinct.Count} rows.");
    }

    private static Receiver OnSqlite() =>
        new(
            "RecordingBot, SQLite",
            (folder, ct) => BotAsync(folder, [], ct),
            (folder, ct) => DigestsAsync(new SqliteConnection($"Data Source={Path.Combine(folder, "registry.db")};Pooling=False"), ct)
        );

    private static Receiver OnPostgres(PostgresServer server)
    {
        Dictionary<string, string> databases = [];
        return new(
            "RecordingBot, PostgreSQL",
            async (folder, ct) =>
            {
                if (!databases.ContainsKey(folder))
                    databases[folder] = await server.CreateDatabaseAsync();
                return await BotAsync(folder, [$"--Registry:ConnectionString={databases[folder]}"], ct);
            },
            (folder, ct) => DigestsAsync(new NpgsqlConnection(databases[folder] + ";Pooling=false"), ct)
        );
    }

    /// <summary>The product; in one folder always at the same port.</summary>
    private static async Task<(Child, Uri)> BotAsync(string folder, string[] more, CancellationToken ct)
    {
        var port = Path.Combine(folder, "port");
        if (!File.Exists(port))
            await File.WriteAllTextAsync(port, FreePort().ToString(CultureInfo.InvariantCulture), ct);
        var bot = Child.Start(
            "RecordingBot",
            Environment.ProcessPath!,
            [
                "bot",
                "--environment=Campus",
                $"--data={folder}",
                $"--Urls=http://127.0.0.1:{await File.ReadAllTextAsync(port, ct)}",
                "--Campus:ControlUrl=http://127.0.0.1:9", // nobody moves the clock
                "--Logging:Console:LogToStandardErrorThreshold=Trace",
                "--Logging:LogLevel:Default=Error",
                .. more,
            ]
        );
        var ready = JsonSerializer.Deserialize<BotProgram.Ready>(await bot.HearAsync(ct))!;
        return (bot.Unheard(), new(ready.Address, "/zoom/webhooks"));
    }

    private static async Task<(Child, Uri)> PeerAsync(string[] arguments, CancellationToken ct)
    {
        var peer = Child.Node("webhooks", "rivet.mjs", [Deliveries.Secret, .. arguments]);
        return (peer, new(await peer.HearAsync(ct)));
    }

    private static async Task<(Child, Uri)> StartAsync(string name, string program, string[] arguments, CancellationToken ct)
    {
        var child = Child.Start(name, program, arguments);
        return (child, new(await child.HearAsync(ct)));
    }

    private static async Task<List<string>> DigestsAsync(DbConnection connection, CancellationToken ct)
    {
        await using var owned = connection;
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"Digest\" FROM \"Inbox\"";
        await using var reader = await command.ExecuteReaderAsync(ct);
        List<string> digests = [];
        while (await reader.ReadAsync(ct))
            digests.Add(reader.GetString(0));
        return digests;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
