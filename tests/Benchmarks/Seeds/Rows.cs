using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;

namespace Benchmarks.Seeds;

/// <summary>Many rows of a table, made by the database itself after one that the registry has saved.</summary>
internal static class Rows
{
    /// <summary>More than any number of rows.</summary>
    private const int Second = 100_000_000;

    /// <summary>Copies a row, the first of a run of numbers, for all other numbers of the run.</summary>
    /// <param name="registry">The registry.</param>
    /// <param name="first">The number of the row that is there.</param>
    /// <param name="last">The last number.</param>
    /// <param name="changed">The columns that differ from row to row, as SQL: <c>{id}</c> and <c>{other}</c> are <see cref="Id"/> and <see cref="Other"/> of a row's number, <c>{n}</c> the number.</param>
    /// <param name="ct">Stops.</param>
    public static async Task MultiplyAsync<T>(
        this RegistryContext registry,
        int first,
        int last,
        (string Column, string Sql)[] changed,
        CancellationToken ct
    )
    {
        var entity = registry.Model.FindEntityType(typeof(T))!;
        var key = entity.FindPrimaryKey()!.Properties[0].GetColumnName();
        var values = changed.ToDictionary(one => one.Column, one => Filled(registry, one.Sql, "n.i"), StringComparer.Ordinal);
        string[] columns = [.. entity.GetProperties().Select(property => property.GetColumnName())];
        var sql = $"""
            WITH RECURSIVE n(i) AS (SELECT CAST({first
                + 1} AS bigint) WHERE {first} < {last} UNION ALL SELECT i + 1 FROM n WHERE i < {last})
            INSERT INTO "{entity.GetTableName()}" ({string.Join(", ", columns.Select(column => $"\"{column}\""))})
            SELECT {string.Join(", ", columns.Select(column => values.GetValueOrDefault(column, $"t.\"{column}\"")))}
            FROM n, "{entity.GetTableName()}" AS t WHERE t."{key}" = {Filled(
                registry,
                changed.First(one => one.Column == key).Sql,
                $"CAST({first} AS bigint)"
            )}
            """;
        // The braces are for parameters, of which it has none.
        await registry.Database.ExecuteSqlRawAsync(
            sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal),
            ct
        );
    }

    /// <summary>The id of the row with a number.</summary>
    public static Guid Id(int number) => Guid.ParseExact($"00000000-0000-7000-8000-{number:X12}", "D");

    /// <summary>A second id of the row with a number, where a table has two for each.</summary>
    public static Guid Other(int number) => Id(Second + number);

    private static string Filled(RegistryContext registry, string sql, string number)
    {
        return sql.Replace("{id}", IdOf(number), StringComparison.Ordinal)
            .Replace("{other}", IdOf($"({number} + {Second})"), StringComparison.Ordinal)
            .Replace("{n}", number, StringComparison.Ordinal);

        string IdOf(string of) =>
            registry.Database.IsSqlite()
                ? $"printf('00000000-0000-7000-8000-%012X', {of})"
                : $"CAST('00000000-0000-7000-8000-' || lpad(to_hex({of}), 12, '0') AS uuid)";
    }
}
