namespace RecordingBot.Admin;

/// <summary>Lines of comma-separated values (RFC 4180), safe to open in a spreadsheet.</summary>
internal static class Csv
{
    /// <summary>A line with its end.</summary>
    public static string Line(IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    /// <summary>Every cell is quoted (security.md 3.5): no word of it can be taken for a separator, whichever the reader's spreadsheet looks for.</summary>
    private static string Cell(string? text)
    {
        var cell = IsFormula(text) ? "'" + text : text ?? "";
        return $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>A spreadsheet takes what begins so, full-width forms too, for a formula, and would carry it out.</summary>
    private static bool IsFormula(string? text) =>
        text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\uff1d' or '\uff0b' or '\uff0d' or '\uff20', ..];
}
