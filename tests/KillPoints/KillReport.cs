using System.Globalization;
using System.Text.RegularExpressions;

namespace KillPoints;

/// <summary>
/// Keeps the figures of one scenario's last run in the file in which those of all stand. Several test programs write it, one after the other.
/// </summary>
/// <param name="root">The repository's folder.</param>
/// <param name="scenario">Its name.</param>
/// <param name="database">The database that it ran on.</param>
internal sealed partial class KillReport(string root, string scenario, string database)
{
    private readonly Lock gate = new();
    private int points;
    private int kills;
    private int violations;
    private string? note;

    /// <summary>A point at which the bot was ended in this process.</summary>
    public void Count(int found)
    {
        lock (gate)
        {
            points++;
            violations += found;
            Write();
        }
    }

    /// <summary>Processes that the system killed.</summary>
    /// <param name="killed">How many.</param>
    /// <param name="found">How many violations the oracle found afterwards.</param>
    /// <param name="said">What else is worth knowing of them; null for nothing.</param>
    public void CountKills(int killed, int found, string? said = null)
    {
        lock (gate)
        {
            kills += killed;
            violations += found;
            note = said ?? note;
            Write();
        }
    }

    private void Write()
    {
        using var file = Open();
        using var reader = new StreamReader(file, leaveOpen: true);
        var lines = reader.ReadToEnd().Split('\n');
        var rows = lines
            .Select(line => Row().Match(line))
            .Where(row => row.Success)
            .ToDictionary(
                row => (Scenario: row.Groups["scenario"].Value, Database: row.Groups["database"].Value),
                row => (Points: Number(row, "points"), Kills: Number(row, "kills"), Violations: Number(row, "violations"))
            );
        rows[(scenario, database)] = (points, kills, violations);
        var notes = lines.Where(line => Note().IsMatch(line) && !line.StartsWith(scenario + ": ", StringComparison.Ordinal)).ToList();
        if (note is not null)
            notes.Add($"{scenario}: {note}");

        file.SetLength(0);
        using var writer = new StreamWriter(file) { NewLine = "\n" };
        writer.WriteLine($"{"scenario", -24}  {"database", -10}  {"points", 6}  {"kills", 6}  {"violations", 10}");
        foreach (var (key, row) in rows.OrderBy(row => row.Key))
            writer.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{key.Scenario, -24}  {key.Database, -10}  {row.Points, 6}  {row.Kills, 6}  {row.Violations, 10}"
                )
            );
        writer.WriteLine();
        notes.ForEach(writer.WriteLine);
        writer.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"kill points: {rows.Values.Sum(row => row.Points)}, kills: {rows.Values.Sum(row => row.Kills)}, violations: {rows.Values.Sum(row => row.Violations)}"
            )
        );
    }

    /// <summary>For itself alone; another test program has it for a moment only.</summary>
    private FileStream Open()
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(root, "artifacts")).FullName, "kill-points.txt");
        while (true)
        {
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                Thread.Sleep(20);
            }
        }
    }

    private static int Number(Match row, string name) => int.Parse(row.Groups[name].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<scenario>\S.*?) {2,}(?<database>\S+) +(?<points>\d+) +(?<kills>\d+) +(?<violations>\d+)$",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Row();

    [GeneratedRegex("^(?!kill points: ).+: ", RegexOptions.None, 1000)]
    private static partial Regex Note();
}
