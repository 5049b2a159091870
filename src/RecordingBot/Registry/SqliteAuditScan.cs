using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace RecordingBot.Registry;

/// <summary>
/// The scan over SQLite, without the driver between: its texts are UTF-8 in the file, which is what is hashed. An entry takes some forty looks at columns,
/// so these are called as plain functions, and as values, which take the connection's lock once a column. One thread has the connection.
/// </summary>
internal sealed partial class SqliteAuditScan : AuditScan
{
    private const string Library = "e_sqlite3";

    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private readonly nint row;

    public SqliteAuditScan(SqliteConnection connection, long from)
    {
        database = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, Query(from), out statement), database);
        row = statement.DangerousGetHandle(); // held by the field as long as this is
    }

    public override bool Read()
    {
        var result = raw.sqlite3_step(statement);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
            SqliteException.ThrowExceptionForRC(result, database);
        return result == raw.SQLITE_ROW;
    }

    public override long Number(int column) => NumberOf(ValueOf(row, column));

    public override unsafe bool TryBytes(int column, out ReadOnlySpan<byte> bytes)
    {
        var value = ValueOf(row, column);
        if (TypeOf(value) == raw.SQLITE_NULL)
        {
            bytes = default;
            return false;
        }
        var first = BytesOf(value); // before their number, as SQLite asks
        bytes = new((void*)first, LengthOf(value));
        return true;
    }

    public override void Dispose() => statement.Dispose();

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
