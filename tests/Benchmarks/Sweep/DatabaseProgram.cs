using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Npgsql;
using RecordingBot.Tests.Support;

namespace Benchmarks.Sweep;

/// <summary>A database's own command line.</summary>
internal abstract class DatabaseProgram
{
    private DatabaseProgram(string name) => Name = name;

    /// <summary>What it is called.</summary>
    public string Name { get; }

    protected abstract ProcessStartInfo Start(string statements);

    /// <summary>Carries out the statements in a file; what they answer is thrown away.</summary>
    /// <returns>How many seconds that took.</returns>
    public async Task<double> RunAsync(string statements, CancellationToken ct)
    {
        var start = Start(statements);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        var began = Stopwatch.GetTimestamp();
        try
        {
            using var process = Process.Start(start)!;
            var said = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, ct);
            var error = await process.StandardError.ReadToEndAsync(ct);
            await said;
            await process.WaitForExitAsync(ct);
            if (process.ExitCode != 0)
                throw new BenchmarkException($"{Name} ended with status {process.ExitCode}: {error}");
        }
        catch (Win32Exception missing)
        {
            throw new BenchmarkException($"The program {Name} is not installed: ./bench.sh sweep installs it.", missing);
        }
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary><c>sqlite3</c>, with its waiting for the disk as the product has it.</summary>
    public sealed class Sqlite(string file) : DatabaseProgram("sqlite3")
    {
        protected override ProcessStartInfo Start(string statements) =>
            new("sqlite3", ["-bail", file, ".output /dev/null", "PRAGMA synchronous = FULL", $".read {statements}"]);
    }

    /// <summary><c>psql</c>.</summary>
    public sealed class Postgres(string connectionString) : DatabaseProgram("psql")
    {
        private readonly NpgsqlConnectionStringBuilder to = new(connectionString);

        protected override ProcessStartInfo Start(string statements) =>
            new(
                PostgresServer.Program("psql"),
                [
                    "-X",
                    "-q",
                    "-v",
                    "ON_ERROR_STOP=1",
                    "-o",
                    "/dev/null",
                    "-h",
                    to.Host!,
                    "-p",
                    to.Port.ToString(CultureInfo.InvariantCulture),
                    "-U",
                    to.Username!,
                    "-d",
                    to.Database!,
                    "-f",
                    statements,
                ]
            );
    }
}
