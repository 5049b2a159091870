using KillPoints.Seams;
using KillPoints.Sigkill;
using RecordingBot.Tests.Conventions;
using RecordingBot.Tests.Support;

namespace KillPoints;

/// <summary>
/// The bot's own program is killed by the system, again and again, at its calls and at any moment of its start. Whoever comes after it brings everything to
/// rest, and the oracle finds nothing.
/// </summary>
[Trait("Category", "KillPoints")]
public sealed class SigkillTests
{
    /// <summary>In one life, one after the other.</summary>
    private const int KillsOfALife = 5;

    private const int Lives = 6;

    public static TheoryData<string> Names =>
        [.. Scenarios.All.Where(scenario => scenario.Provoke is not null).Select(scenario => scenario.Name)];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Life_OfAProcessKilledAgainAndAgain_IsLivedAsIfNothingHadHappened(string name)
    {
        var scenario = Scenarios.Named(name);
        var executioner = new Executioner(new Random(Seed(name)));
        var peers = new PeerSeam(executioner.Strikes, () => executioner.IsArmed);
        await using var theatre = new Theatre(peers);
        var campus = theatre.Campus;
        var play = await scenario.Prepare(campus);
        if (!campus.IsRunning)
            await campus.StartBotAsync();
        await scenario.Provoke!(campus, play);
        var kept = await campus.KeepAsync();
        campus.RingsWithin = true;
        await using var control = await ClockControl.StartAsync(() => campus.Offset);
        var report = new KillReport(House.Root, $"{scenario.Name} (SIGKILL)", "SQLite");
        List<string> violations = [];
        for (var life = 0; life < Lives; life++)
        {
            await campus.ReturnAsync(kept);
            await KillAsync(campus, control, executioner);
            await campus.StartBotAsync();
            await scenario.Act(campus, play);
            await campus.AdvanceAsync(scenario.Rest);
            var found = await theatre.JudgeAsync(play.Expected);
            violations.AddRange(found);
            report.CountKills(KillsOfALife, found.Count);
        }
        Assert.Empty(violations);
        Tally.Add(name, "SIGKILL", kills: Lives * KillsOfALife);
    }

    private static async Task KillAsync(SmallCampus campus, ClockControl control, Executioner executioner)
    {
        for (var kill = 0; kill < KillsOfALife; kill++)
        {
            using var bot = ChildBot.Start(campus, control.Address);
            await executioner.KillAsync(bot, Ct);
        }
    }

    /// <summary>The same for the same scenario: what was found is found again, as far as a system's scheduling allows.</summary>
    private static int Seed(string name) => name.Aggregate(17, (seed, letter) => (seed * 31) + letter);
}
