using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace RecordingBot.Registry;

/// <summary>Audit entries read one after the other, as bytes: verifying makes no text of them.</summary>
internal abstract class AuditScan : IDisposable
{
    public const int Sequence = 0;
    public const int At = 1;

    /// <summary>The first of the text fields, in the order in which they are hashed; <see cref="AuditField"/> counts from here too.</summary>
    public const int FirstText = 2;
    public const int LastText = 10;
    public const int PreviousHash = 11;
    public const int Hash = 12;
    public const int ValueField = 13;
    public const int Salt = 14;
    public const int Value = 15;

    /// <summary>One moment's view, in which everything is read; whoever writes is not held up by it.</summary>
    public static DbTransaction Snapshot(DbConnection connection) =>
        connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : connection.BeginTransaction(IsolationLevel.RepeatableRead);

    /// <summary>An entry's columns, as they are counted above; those of a value follow.</summary>
    protected const string EntryColumns = """
        a."Sequence", a."At", a."Actor", a."Action", a."Subject", a."Before", a."After", a."Reason", a."Edition", a."RequestId", a."Changes",
        a."PreviousHash", a."Hash"
        """;

    protected const string ValueColumns = """v."Field", v."Salt", v."Value" """;

    /// <summary>Goes to the next entry, or to the next value of this one: an entry with two values comes twice, one after the other.</summary>
    /// <returns>False after the last.</returns>
    public abstract bool Read();

    public abstract long Number(int column);

    /// <summary>A text or a blob; good until the next row.</summary>
    /// <returns>False where it is null.</returns>
    public abstract bool TryBytes(int column, out ReadOnlySpan<byte> bytes);

    /// <summary>A text or a blob; empty where it is null.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => TryBytes(column, out var bytes) ? bytes : default;

    public abstract void Dispose();
}
