using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace RecordingBot.Registry;

/// <summary>The scan over SQLite, without the driver between: its texts are UTF-8 in the file, which is what is hashed.</summary>
internal sealed class SqliteAuditScan : AuditScan
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public SqliteAuditScan(SqliteConnection connection, long from)
    {
        database = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, Query(from), out statement), database);
    }

    public override bool Read()
    {
        var result = raw.sqlite3_step(statement);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
            SqliteException.ThrowExceptionForRC(result, database);
        return result == raw.SQLITE_ROW;
    }

    public override bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public override long Number(int column) => raw.sqlite3_column_int64(statement, column);

    public override ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(statement, column);

    public override void Dispose() => statement.Dispose();
}
