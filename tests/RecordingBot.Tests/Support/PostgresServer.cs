using System.Diagnostics;
using System.Globalization;
using System.Net;
using Npgsql;

namespace RecordingBot.Tests.Support;

/// <summary>
/// A PostgreSQL server of the tests' own, from Debian's package: on an address of its own, in a temporary folder, under the user <c>postgres</c> where the tests
/// run as root. It ends with the process that started it, however that ends, and its folder goes with it.
/// </summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>Where Debian's package has its programs, by version.</summary>
    private const string Packages = "/usr/lib/postgresql";

    private const string User = "recordingbot";
    private const string Postgres = "postgres";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Serves while somebody holds its standard input open; its data stay only where it is told so. Hence a killed test leaves neither server nor
    /// data.
    /// </summary>
    private const string Keeper = """
        "$0" -D "$1/data" -k "$1" -c listen_addresses="$2" -c fsync=$3 -c max_connections=200 </dev/null >>"$1/log" 2>&1 &
        server=$!
        keep=
        while read -r word; do keep=$word; done
        kill -INT $server 2>/dev/null
        wait $server
        [ "$keep" ] || rm -rf "$1"
        """;

    private static readonly Lock Gate = new();
    private static Task<PostgresServer>? shared;

    private readonly string folder = Directory.CreateTempSubdirectory("recordingbot-postgres-").FullName;
    private readonly IPAddress address = OwnAddress.Next();
    private Process? keeper;
    private int databases;

    private readonly bool synced;

    private PostgresServer(bool synced) => this.synced = synced;

    /// <summary>One that all tests of this process share; each takes a database of its own.</summary>
    public static Task<PostgresServer> SharedAsync()
    {
        lock (Gate)
            return shared ??= StartNewAsync();
    }

    /// <summary>One of the caller's own, that it may stop, start and kill.</summary>
    /// <param name="synced">What it has committed is on disk, as in earnest; tests rather have it quick.</param>
    public static async Task<PostgresServer> StartNewAsync(bool synced = false)
    {
        var server = new PostgresServer(synced);
        await server.CreateAsync();
        await server.StartAsync();
        return server;
    }

    /// <summary>Makes an empty database.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"registry{Interlocked.Increment(ref databases).ToString(CultureInfo.InvariantCulture)}";
        await ExecuteAsync("postgres", $"CREATE DATABASE {name}");
        // Those of a campus that is over must not be kept: there are many, one after the other.
        return ConnectionString(name) + ";Connection Idle Lifetime=5;Connection Pruning Interval=2";
    }

    /// <summary>Starts it on the data that it has, and waits until it answers.</summary>
    public async Task StartAsync()
    {
        var start = As(Postgres, "/bin/sh", "-c", Keeper, Program("postgres"), folder, address.ToString(), synced ? "on" : "off");
        start.RedirectStandardInput = true;
        keeper = Process.Start(start)!;
        var waited = Stopwatch.StartNew();
        while (!await AnswersAsync())
        {
            if (waited.Elapsed > Patience || keeper.HasExited)
                throw new InvalidOperationException(
                    "PostgreSQL does not start: " + await File.ReadAllTextAsync(Path.Combine(folder, "log"))
                );
            await Task.Delay(50);
        }
    }

    /// <summary>Stops it, ending every connection at once; its data stay.</summary>
    public async Task StopAsync()
    {
        await keeper!.StandardInput.WriteLineAsync("keep");
        await EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (keeper is null)
            await StartAsync();
        await EndAsync();
    }

    /// <summary>Runs a statement in a database.</summary>
    public async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A program of the newest package.</summary>
    public static string Program(string name) =>
        Directory.Exists(Packages)
            ? Path.Combine(
                Directory
                    .EnumerateDirectories(Packages)
                    .MaxBy(version => int.Parse(Path.GetFileName(version), CultureInfo.InvariantCulture))!,
                "bin",
                name
            )
            : throw new InvalidOperationException("These tests need PostgreSQL: ./test.sh --prepare installs it.");

    private string ConnectionString(string database) => $"Host={address};Database={database};Username={User}";

    private async Task CreateAsync()
    {
        if (Environment.IsPrivilegedProcess)
            await RunAsync(new ProcessStartInfo("/bin/chown", [Postgres, folder]));
        await RunAsync(
            As(
                Postgres,
                Program("initdb"),
                "--pgdata=" + Path.Combine(folder, "data"),
                "--username=" + User,
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-sync"
            )
        );
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await ExecuteAsync("postgres", "SELECT 1");
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private async Task EndAsync()
    {
        keeper!.StandardInput.Close();
        await keeper.WaitForExitAsync().WaitAsync(Patience);
        keeper.Dispose();
        keeper = null;
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private static ProcessStartInfo As(string user, string program, params string[] arguments) =>
        Environment.IsPrivilegedProcess
            ? new("setpriv", ["--reuid=" + user, "--regid=" + user, "--clear-groups", program, .. arguments])
            : new(program, arguments);

    private static async Task RunAsync(ProcessStartInfo start)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        using var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(Patience);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{start.FileName} failed: {string.Concat(await said)}");
    }
}
