using System.Data.Common;
using System.Text;

namespace RecordingBot.Registry;

/// <summary>The scan over any database that has a driver.</summary>
internal sealed class DbAuditScan : AuditScan
{
    private readonly DbCommand command;
    private readonly DbDataReader reader;

    public DbAuditScan(DbConnection connection, DbTransaction transaction, long from)
    {
        command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (
            $"""
            SELECT {EntryColumns}, {ValueColumns}
            FROM "Audit" AS a LEFT JOIN "AuditValues" AS v ON v."Sequence" = a."Sequence"
            WHERE a."Sequence" >= {from} ORDER BY a."Sequence", v."Field"
            """,
            transaction
        );
        reader = command.ExecuteReader();
    }

    public override bool Read() => reader.Read();

    public override long Number(int column) =>
        reader.GetValue(column) switch
        {
            // Where the database keeps instants as such.
            DateTime at => at.Ticks / 10,
            DateTimeOffset at => AuditHash.Micros(at),
            var number => Convert.ToInt64(number),
        };

    public override bool TryBytes(int column, out ReadOnlySpan<byte> bytes)
    {
        bytes = reader.GetValue(column) switch
        {
            byte[] blob => blob,
            string text => Encoding.UTF8.GetBytes(text),
            _ => default,
        };
        return !reader.IsDBNull(column);
    }

    public override void Dispose()
    {
        reader.Dispose();
        command.Dispose();
    }
}
