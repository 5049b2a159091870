using System.Globalization;

namespace KillPoints.Oracle;

/// <summary>One row as the database has it.</summary>
internal sealed class Row(IReadOnlyDictionary<string, object?> values)
{
    /// <summary>A column as text; null where it is empty.</summary>
    public string? this[string column] => values[column] is { } value ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;

    /// <summary>An id: as text, in small letters.</summary>
    public string Id(string column) => this[column]!.ToLowerInvariant();

    /// <summary>A truth value.</summary>
    public bool Is(string column) => this[column] is "1" or "True";

    /// <summary>A moment: microseconds since the year 1 on SQLite, the database's own kind elsewhere.</summary>
    public DateTimeOffset? At(string column) =>
        values[column] switch
        {
            null => null,
            long microseconds => new DateTimeOffset(microseconds * 10, TimeSpan.Zero),
            DateTime moment => new DateTimeOffset(DateTime.SpecifyKind(moment, DateTimeKind.Utc)),
            DateTimeOffset moment => moment,
            _ => throw new InvalidDataException(column),
        };
}
