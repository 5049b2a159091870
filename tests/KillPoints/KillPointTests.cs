using System.Globalization;
using RecordingBot.Tests.Conventions;

namespace KillPoints;

/// <summary>
/// The bot is killed at points of a stretch of a lecture's life, one after the other, until it comes through (security.md 9). Started again, it comes to
/// rest, and the oracle finds nothing.
/// </summary>
/// <param name="database">Where the registry lies.</param>
/// <param name="each">Each so manieth point is tried, so that it takes minutes; a long run tries every one.</param>
public abstract class KillPointTests(string database, int each)
{
    private readonly int every = Environment.GetEnvironmentVariable("KILL_EVERY") is { } all
        ? int.Parse(all, CultureInfo.InvariantCulture)
        : each;

    public static TheoryData<string> Names => [.. Scenarios.All.Select(scenario => scenario.Name)];

    /// <summary>The first point that is tried.</summary>
    protected virtual int First => 1;

    /// <summary>An empty stage.</summary>
    private protected virtual Theatre Open() => new();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Life_KilledAtEachPoint_IsLivedAsIfNothingHadHappened(string name)
    {
        var scenario = Scenarios.Named(name);
        await using var theatre = Open();
        var play = await scenario.Prepare(theatre.Campus);
        var kept = await theatre.Campus.KeepAsync();
        theatre.Campus.RingsWithin = true;
        var report = new KillReport(House.Root, name, database);
        List<string> violations = [];
        var points = 0;
        var died = true;
        for (var at = every == 1 ? 1 : First; died; at += every)
        {
            await theatre.Campus.ReturnAsync(kept);
            died = await LiveAsync(theatre, scenario, play, at);
            var found = await theatre.JudgeAsync(play.Expected);
            violations.AddRange(found.Select(one => $"{at}: {one}"));
            if (!died)
                continue;
            points++;
            report.Count(found.Count);
        }
        Assert.Empty(violations);
        Assert.InRange(theatre.Fate.Passed.Count, scenario.Least, 20 * scenario.Least);
        Tally.Add(name, database, points: points);
    }

    /// <summary>Lets it happen, kills the bot at a point of it, and lets it happen again.</summary>
    /// <returns>False where it came through.</returns>
    private static async Task<bool> LiveAsync(Theatre theatre, Scenario scenario, Play play, int at)
    {
        var campus = theatre.Campus;
        if (!scenario.IsStart)
            await campus.StartBotAsync();
        var died = await theatre.DiesAsync(at, () => scenario.Act(campus, play));
        if (died)
        {
            if (!scenario.IsStart)
                await campus.StartBotAsync();
            // Whoever asked asks again: whether it was heard, nobody could say.
            await scenario.Act(campus, play);
        }
        await campus.AdvanceAsync(scenario.Rest);
        return died;
    }
}
