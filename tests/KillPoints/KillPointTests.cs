using RecordingBot.Tests.Support;

namespace KillPoints;

/// <summary>
/// The bot is killed at each point of a stretch of a lecture's life, one after the other, until it comes through (security.md 9). Started again, it comes to
/// rest, and the oracle finds nothing.
/// </summary>
[Trait("Category", "KillPoints")]
public sealed class KillPointTests
{
    public static TheoryData<string> Names => [.. Scenarios.All.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Life_KilledAtEachPoint_IsLivedAsIfNothingHadHappened(string name)
    {
        var scenario = Scenarios.Named(name);
        await using var theatre = new Theatre();
        var campus = theatre.Campus;
        var play = await scenario.Prepare(campus);
        var kept = await campus.KeepAsync();
        List<string> violations = [];
        var report = new KillReport(scenario.Name, "SQLite");
        var first = int.Parse(Environment.GetEnvironmentVariable("KILL_FROM") ?? "1");
        for (var at = first; ; at++)
        {
            await campus.ReturnAsync(kept);
            if (!scenario.IsStart)
                await campus.StartBotAsync();
            var died = await theatre.DiesAsync(at, () => scenario.Act(campus, play));
            var where = theatre.Fate.Passed.LastOrDefault();
            var passed = theatre.Fate.Passed.Count;
            if (died)
            {
                if (!scenario.IsStart)
                    await campus.StartBotAsync();
                await scenario.Act(campus, play);
            }
            await campus.AdvanceAsync(scenario.Rest);
            var found = await theatre.JudgeAsync(play.Expected);
            violations.AddRange(found.Select(one => $"{at} {where}: {one}"));
            if (died)
                report.Count(found.Count);
            report.Write();
            if (!died || violations.Count > 20)
                break;
        }
        report.Write();
        Assert.Empty(violations);
        Assert.InRange(theatre.Fate.Passed.Count, scenario.Least, 2_000);
    }
}
