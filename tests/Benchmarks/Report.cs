using System.Globalization;
using System.Text.Json.Nodes;

namespace Benchmarks;

/// <summary>What came out: a table to read, and the same as one line of JSON.</summary>
/// <param name="Benchmark">The benchmark's name.</param>
/// <param name="Measured">What the figures are, in a sentence.</param>
/// <param name="Columns">The figures' names, as in JSON and as above the column.</param>
/// <param name="Rows">The contestants, each with a figure for every column; the product first.</param>
public sealed record Report(
    string Benchmark,
    string Measured,
    IReadOnlyList<(string Key, string Title)> Columns,
    IReadOnlyList<(string Contestant, IReadOnlyList<double> Figures)> Rows
)
{
    /// <summary>Writes the table and, as the last line, the JSON.</summary>
    public void Print(TextWriter to)
    {
        to.WriteLine(Measured);
        to.WriteLine();
        var width = Rows.Max(row => row.Contestant.Length) + 2;
        to.WriteLine("contestant".PadRight(width) + string.Concat(Columns.Select(column => column.Title.PadLeft(Wide(column)))));
        foreach (var (contestant, figures) in Rows)
            to.WriteLine(
                contestant.PadRight(width) + string.Concat(figures.Zip(Columns, (figure, column) => Text(figure).PadLeft(Wide(column))))
            );
        to.WriteLine();
        to.WriteLine(ToJson().ToJsonString());
    }

    private static int Wide((string Key, string Title) column) => Math.Max(column.Title.Length, 9) + 2;

    private static string Text(double figure) => figure.ToString(figure >= 100 ? "N0" : "0.0#", CultureInfo.InvariantCulture);

    private JsonObject ToJson() =>
        new()
        {
            ["benchmark"] = Benchmark,
            ["measured"] = Measured,
            ["contestants"] = new JsonArray([.. Rows.Select(ToJson)]),
        };

    private JsonObject ToJson((string Contestant, IReadOnlyList<double> Figures) row)
    {
        var json = new JsonObject { ["contestant"] = row.Contestant };
        foreach (var (figure, column) in row.Figures.Zip(Columns))
            json[column.Key] = Math.Round(figure, 3);
        return json;
    }
}
