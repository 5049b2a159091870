namespace RecordingBot.Admin;

/// <summary>Lines of comma-separated values (RFC 4180), safe to open in a spreadsheet.</summary>
internal static class Csv
{
    /// <summary>A line with its end.</summary>
    public static string Line(IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(string? text)
    {
        var cell = IsFormula(text) ? "'" + text : text ?? "";
        return cell.AsSpan().IndexOfAny("\",;\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>A spreadsheet takes what begins so for a formula, and would carry it out.</summary>
    private static bool IsFormula(string? text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..];
}
