using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;

namespace Benchmarks.Audit;

/// <summary>A long audit log in a data folder, as the product writes it: a third of the entries by persons, a state change in each other one.</summary>
internal static class AuditLog
{
    private const string Insert = """
        INSERT INTO "Audit" ("Sequence", "At", "Actor", "Action", "Subject", "Before", "After", "Reason", "Edition", "RequestId", "Changes", "PreviousHash", "Hash")
        VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """;

    private const string InsertValue = """INSERT INTO "AuditValues" ("Sequence", "Field", "Salt", "Value") VALUES ($0, 1, $1, $2)""";

    private static readonly DateTimeOffset Begun = new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Makes the log.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="entries">How many entries.</param>
    /// <param name="ct">Stops.</param>
    public static async Task WriteAsync(string data, int entries, CancellationToken ct)
    {
        var migrations = AssemblyLoadContext.Default.LoadFromAssemblyPath(Place.Built("Migrations.Sqlite.dll"));
        await using var registry = Open(Path.Combine(data, "registry.db"), migrations);
        await registry.Database.MigrateAsync(ct);
        await registry.Database.OpenConnectionAsync(ct);
        var connection = (SqliteConnection)registry.Database.GetDbConnection();
        await using var transaction = connection.BeginTransaction();
        await using var insert = Command(connection, transaction, Insert);
        await using var insertValue = Command(connection, transaction, InsertValue);
        var hash = AuditHash.Nothing;
        for (var sequence = 1L; sequence <= entries; sequence++)
        {
            var (entry, changes) = Entry(sequence);
            var next = AuditHash.Of(entry, sequence, changes, hash);
            Run(
                insert,
                sequence,
                AuditHash.Micros(entry.At),
                entry.Actor,
                entry.Action,
                entry.Subject,
                entry.Before,
                entry.After,
                entry.Reason,
                entry.Edition,
                entry.RequestId,
                changes,
                hash,
                next
            );
            foreach (var value in entry.Sealed)
                Run(insertValue, sequence, value.Salt, value.Value);
            hash = next;
        }
        await using var head = Command(connection, transaction, """UPDATE "AuditHead" SET "Sequence" = $0, "Hash" = $1""");
        Run(head, (long)entries, hash);
        await transaction.CommitAsync(ct);
    }

    private static RegistryContext Open(string file, Assembly migrations) =>
        new(
            new DbContextOptionsBuilder<RegistryContext>()
                .UseSqlite($"Data Source={file}", sqlite => sqlite.MigrationsAssembly(migrations))
                .Options
        );

    private static (AuditRow Entry, string? Changes) Entry(long sequence)
    {
        var by = sequence % 3 == 0 ? Commitment.To(AuditField.Actor, "person:" + Guid.NewGuid()) : null;
        var recording = Guid.NewGuid();
        var entry = new AuditRow
        {
            At = Begun.AddSeconds(sequence),
            Actor = by?.Text ?? "bot",
            Action = "step.publish",
            Subject = Subject.Recording(recording),
            Before = "registered",
            After = "published visible lock-at=2027-01-17T22:59:59.0000000+00:00",
            Reason = "conditions-met",
            Edition = new string('a', 64),
            RequestId = recording.ToString("N"),
        };
        if (by is not null)
            entry.Sealed.Add(by);
        var changes =
            sequence % 2 == 0
                ? $$$"""{"recording:{{{recording}}}":{"LockAt":"2027-01-17T22:59:59.0000000Z","State":"Published","Visible":"true"}}"""
                : null;
        return (entry, changes);
    }

    private static SqliteCommand Command(SqliteConnection connection, SqliteTransaction transaction, string sql)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        return command;
    }

    private static void Run(SqliteCommand command, params object?[] values)
    {
        if (command.Parameters.Count == 0)
        {
            for (var number = 0; number < values.Length; number++)
                command.Parameters.Add(new() { ParameterName = "$" + number.ToString(CultureInfo.InvariantCulture) });
        }
        for (var number = 0; number < values.Length; number++)
            command.Parameters[number].Value = values[number] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }
}
