using System.Data.Common;

namespace KillPoints.Oracle;

/// <summary>The bot's database, read by statements of our own.</summary>
internal sealed class Ledger(Func<DbConnection> open)
{
    /// <summary>Reads rows.</summary>
    public async Task<List<Row>> ReadAsync(string sql, CancellationToken ct)
    {
        await using var connection = open();
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the tests' own statements
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(ct);
        List<Row> rows = [];
        while (await reader.ReadAsync(ct))
            rows.Add(
                new(
                    Enumerable
                        .Range(0, reader.FieldCount)
                        .ToDictionary(
                            reader.GetName,
                            column => reader.IsDBNull(column) ? null : reader.GetValue(column),
                            StringComparer.Ordinal
                        )
                )
            );
        return rows;
    }
}
