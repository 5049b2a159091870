using System.Globalization;

namespace KillPoints;

/// <summary>Keeps the figures of one scenario, and the file in which those of all stand.</summary>
internal sealed class KillReport(string scenario, string database)
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<(string Scenario, string Database), (int Points, int Kills, int Violations)> All = [];
    private (int Points, int Kills, int Violations) figures
    {
        get
        {
            lock (Gate)
                return All.GetValueOrDefault((scenario, database));
        }
        set
        {
            lock (Gate)
            {
                All[(scenario, database)] = value;
                WriteAll();
            }
        }
    }

    /// <summary>A point at which the bot was ended in this process.</summary>
    public void Count(int violations) => figures = (figures.Points + 1, figures.Kills, figures.Violations + violations);

    /// <summary>Processes that the system killed.</summary>
    public void CountKills(int kills, int violations) => figures = (figures.Points, figures.Kills + kills, figures.Violations + violations);

    private static void WriteAll()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Root(), "artifacts")).FullName;
        File.WriteAllLines(Path.Combine(folder, "kill-points.txt"), [.. Table(), "", Sum()]);
    }

    private static IEnumerable<string> Table() =>
        All.OrderBy(row => row.Key)
            .Select(row => (row.Key.Scenario, row.Key.Database, $"{row.Value.Points}", $"{row.Value.Kills}", $"{row.Value.Violations}"))
            .Prepend(("scenario", "database", "points", "kills", "violations"))
            .Select(row => $"{row.Item1, -16}  {row.Item2, -10}  {row.Item3, 6}  {row.Item4, 6}  {row.Item5, 10}");

    private static string Sum() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"kill points: {All.Values.Sum(row => row.Points)}, kills: {All.Values.Sum(row => row.Kills)}, violations: {All.Values.Sum(row => row.Violations)}"
        );

    /// <summary>The repository around the built tests.</summary>
    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "RecordingBot.sln")))
                return folder.FullName;
        }
        throw new DirectoryNotFoundException("The tests run outside the repository.");
    }
}
