namespace KillPoints;

/// <summary>What the scenarios of one run come to together. Whichever ends as the last of all sees whether it is enough; a part of them is judged by nobody.</summary>
internal static class Tally
{
    private const int LeastPoints = 800;
    private const int LeastKills = 200;

    private static readonly Lock Gate = new();
    private static readonly HashSet<(string Scenario, string Kind)> Lived = [];
    private static int points;
    private static int kills;

    /// <summary>On SQLite and on PostgreSQL, and those that can be provoked as programs of their own.</summary>
    private static int All => (2 * Scenarios.All.Count) + SigkillTests.Names.Count;

    /// <summary>A scenario is over.</summary>
    public static void Add(string scenario, string kind, int points = 0, int kills = 0)
    {
        lock (Gate)
        {
            Lived.Add((scenario, kind));
            Tally.points += points;
            Tally.kills += kills;
            if (Lived.Count < All)
                return;
            Assert.True(Tally.points >= LeastPoints, $"All scenarios together have {Tally.points} kill points.");
            Assert.True(Tally.kills >= LeastKills, $"All scenarios together have {Tally.kills} kills.");
        }
    }
}
