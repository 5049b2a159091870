using RecordingBot.Tests.Support;

namespace KillPoints;

/// <summary>
/// The bot is killed at each point of a stretch of a lecture's life, one after the other, until it comes through (security.md 9). Started again, it comes to
/// rest, and the oracle finds nothing.
/// </summary>
[Trait("Category", "KillPoints")]
public sealed class KillPointTests
{
    /// <summary>Here the n-th of the points; a long run takes every one (KILL_EVERY=1).</summary>
    private static readonly int Every = int.Parse(Environment.GetEnvironmentVariable("KILL_EVERY") ?? "5");

    public static TheoryData<string> Names => [.. Scenarios.All.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Life_KilledAtEachPoint_IsLivedAsIfNothingHadHappened(string name)
    {
        if (Environment.GetEnvironmentVariable("KILL_ONLY") is { } only && !only.Split(',').Contains(name)) return;
        var scenario = Scenarios.Named(name);
        await using var theatre = new Theatre();
        var campus = theatre.Campus;
        var play = await scenario.Prepare(campus);
        var kept = await campus.KeepAsync();
        List<string> violations = [];
        var report = new KillReport(scenario.Name, "SQLite");
        var first = int.Parse(Environment.GetEnvironmentVariable("KILL_FROM") ?? "1");
        var w = System.Diagnostics.Stopwatch.StartNew();
        var cpu = Environment.CpuUsage.TotalTime; var jt = System.Runtime.JitInfo.GetCompilationTime(); var jm = System.Runtime.JitInfo.GetCompiledMethodCount(); var qq = 0L; using var ef = new EfCount(); void Mark(string m) { m += " jit " + (int)(System.Runtime.JitInfo.GetCompilationTime()-jt).TotalMilliseconds + "/" + (System.Runtime.JitInfo.GetCompiledMethodCount()-jm) + " q " + (ef.N - qq); jt = System.Runtime.JitInfo.GetCompilationTime(); jm = System.Runtime.JitInfo.GetCompiledMethodCount(); qq = ef.N; var c = Environment.CpuUsage.TotalTime; m = m + " cpu " + (int)(c - cpu).TotalMilliseconds + " wall"; cpu = c; File.AppendAllText("/tmp/kp.log", $"{scenario.Name} {m} {w.ElapsedMilliseconds}\n"); w.Restart(); }
        for (var at = first; ; at += Every)
        {
            Mark("begin " + at);
            await campus.ReturnAsync(kept);
            Mark("returned");
            if (!scenario.IsStart)
                await campus.StartBotAsync();
            Mark("started");
            if (Environment.GetEnvironmentVariable("KILL_SETTLE") != null) { await campus.SettleAsync(); Mark("settled"); await campus.SettleAsync(); Mark("settled2"); }
            var died = await theatre.DiesAsync(at, () => scenario.Act(campus, play));
            var where = theatre.Fate.Passed.LastOrDefault();
            var passed = theatre.Fate.Passed.Count;
            Mark("died " + where + " " + passed);
            if (died)
            {
                if (!scenario.IsStart)
                    await campus.StartBotAsync();
                await scenario.Act(campus, play);
            }
            Mark("lived");
            await campus.AdvanceAsync(scenario.Rest);
            Mark("rested");
            var found = await theatre.JudgeAsync(play.Expected);
            violations.AddRange(found.Select(one => $"{at} {where}: {one}"));
            Mark("judged");
            if (died)
                report.Count(found.Count);
            if (!died || violations.Count > 20 || at > first + 15 && Environment.GetEnvironmentVariable("KILL_SHORT") != null)
                break;
        }
        Assert.Empty(violations);
        Assert.InRange(theatre.Fate.Passed.Count, scenario.Least, 2_000);
    }
}
