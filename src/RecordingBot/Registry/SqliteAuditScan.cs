using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace RecordingBot.Registry;

/// <summary>
/// The scan over SQLite, without the driver between: its texts are UTF-8 in the file, which is what is hashed. An entry takes some forty looks at columns,
/// so these are called as plain functions, and as values, which take the connection's lock once a column. Entries and values are read beside each other,
/// each in the order in which it lies: joined, SQLite would look for values anew for every entry. One thread has the connection.
/// </summary>
internal sealed partial class SqliteAuditScan : AuditScan
{
    private const string Library = "e_sqlite3";

    /// <summary>Where a value says which entry it is of: after its other columns.</summary>
    private const int Owner = Value - ValueField + 1;

    private readonly sqlite3 database;
    private readonly sqlite3_stmt entries;
    private readonly sqlite3_stmt values;
    private readonly nint entry;
    private readonly nint value;
    private long sequence;

    /// <summary>The entry that the value is of at which the reading of values stands; null after the last.</summary>
    private long? owner;

    public SqliteAuditScan(SqliteConnection connection, long from)
    {
        (database, sequence) = (connection.Handle!, from - 1);
        entries = Prepare($"""SELECT {EntryColumns} FROM "Audit" AS a WHERE a."Sequence" >= {from} ORDER BY a."Sequence" """);
        values = Prepare(
            $"""SELECT {ValueColumns}, v."Sequence" FROM "AuditValues" AS v WHERE v."Sequence" >= {from} ORDER BY v."Sequence", v."Field" """
        );
        (entry, value) = (entries.DangerousGetHandle(), values.DangerousGetHandle()); // held by the fields as long as this is
        NextValue();
    }

    public override bool Read()
    {
        if (owner == sequence)
        {
            NextValue();
            if (owner == sequence)
                return true;
        }
        if (!Step(entries))
            return false;
        sequence = NumberOf(ValueOf(entry, Sequence));
        // What is kept for an entry that isn't there is nothing to look at.
        while (owner < sequence)
            NextValue();
        return true;
    }

    public override long Number(int column) => NumberOf(ValueAt(column));

    public override unsafe bool TryBytes(int column, out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        if (column >= ValueField && owner != sequence)
            return false;
        var found = ValueAt(column);
        if (TypeOf(found) == raw.SQLITE_NULL)
            return false;
        var first = BytesOf(found); // before their number, as SQLite asks
        bytes = new((void*)first, LengthOf(found));
        return true;
    }

    public override void Dispose()
    {
        entries.Dispose();
        values.Dispose();
    }

    private nint ValueAt(int column) => column < ValueField ? ValueOf(entry, column) : ValueOf(value, column - ValueField);

    private void NextValue() => owner = Step(values) ? NumberOf(ValueOf(value, Owner)) : null;

    private sqlite3_stmt Prepare(string query)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, query, out var statement), database);
        return statement;
    }

    private bool Step(sqlite3_stmt statement)
    {
        var result = raw.sqlite3_step(statement);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
            SqliteException.ThrowExceptionForRC(result, database);
        return result == raw.SQLITE_ROW;
    }

    [LibraryImport(Library, EntryPoint = "sqlite3_column_value"), SuppressGCTransition]
    private static partial nint ValueOf(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_value_type"), SuppressGCTransition]
    private static partial int TypeOf(nint value);

    [LibraryImport(Library, EntryPoint = "sqlite3_value_int64"), SuppressGCTransition]
    private static partial long NumberOf(nint value);

    [LibraryImport(Library, EntryPoint = "sqlite3_value_blob"), SuppressGCTransition]
    private static partial nint BytesOf(nint value);

    [LibraryImport(Library, EntryPoint = "sqlite3_value_bytes"), SuppressGCTransition]
    private static partial int LengthOf(nint value);
}
