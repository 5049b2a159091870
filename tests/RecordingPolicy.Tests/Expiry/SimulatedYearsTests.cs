using FsCheck;
using FsCheck.Fluent;
using RecordingPolicy.Expiry;

namespace RecordingPolicy.Tests.Expiry;

/// <summary>
/// Years of moved dates, holds, withdrawals, extensions, faults and unreachable people, played through with <see cref="NextStep"/>: nothing goes
/// early (I1), nothing is forgotten (I2). The oracle has a reckoning of its own, and finds every rule that is broken on purpose.
/// </summary>
public sealed class SimulatedYearsTests
{
    private const int Goal = 1_000_000;

    /// <summary>Ways to break the rules, each with what the oracle then says.</summary>
    private static readonly Dictionary<
        string,
        (Func<RecordingFacts, RecordingFacts> See, Func<DueStep, DueStep> Say, string Found)
    > Broken = new(StringComparer.Ordinal)
    {
        ["a hold is overlooked"] = (facts => facts with { Held = false }, due => due, "while held"),
        ["the warning's week is cut short"] = (
            facts =>
                facts with
                {
                    Warnings =
                    [
                        .. facts.Warnings.Select(told =>
                            told with
                            {
                                AcceptedAt = told.AcceptedAt?.AddDays(-1),
                                ReachedAt = told.ReachedAt?.AddDays(-1),
                            }
                        ),
                    ],
                },
            due => due,
            "in the week after"
        ),
        ["a telling that reached some is taken for one that reached all"] = (
            facts => facts with { Warnings = [.. facts.Warnings.Select(told => told with { AcceptedAt = told.ReachedAt })] },
            due => due,
            "though people were not told"
        ),
        ["a later telling of another end is overlooked"] = (
            facts => facts with { Warnings = [.. facts.Warnings.Select(told => told with { ReachedAt = null })] },
            due => due,
            "though people were not told"
        ),
        ["a course is taken to close a day earlier"] = (
            facts =>
                facts with
                {
                    Course = facts.Course is CourseEnd.At at ? new CourseEnd.At(at.Instant.AddDays(-1)) : facts.Course,
                    FuseAt = facts.FuseAt?.AddDays(-1),
                },
            due => due,
            "before its end"
        ),
        ["a course that can't be read is taken for closed"] = (
            facts => facts with { Course = facts.Course is CourseEnd.Undecidable ? new CourseEnd.Already(Life.End) : facts.Course },
            due => due,
            "without an end"
        ),
        ["the archive is overlooked"] = (facts => facts with { HandedOver = true }, due => due, "before the archive had it"),
        ["a withdrawn consent is overlooked"] = (
            facts => facts with { Restricted = false },
            due => due,
            "shown though a consent was withdrawn"
        ),
        ["it looks again too late"] = (
            facts => facts,
            due =>
                due.Step is Step.NothingUntil && due.At < DateTimeOffset.MaxValue.AddDays(-90) ? due with { At = due.At.AddDays(60) } : due,
            ""
        ),
        ["it never looks again"] = (
            facts => facts,
            due => due.Step is Step.NothingUntil ? due with { At = DateTimeOffset.MaxValue } : due,
            ""
        ),
    };

    public static TheoryData<string> Breakages => [.. Broken.Keys];

    [Fact]
    public void AMillionDecisions_InAnyLives_AreNeitherEarlyNorForgetful()
    {
        var (decisions, lives) = (0, 0);
        while (decisions < Goal)
            Prop.ForAll(
                    WorldEvent.Lives,
                    events =>
                    {
                        var world = new World((facts, now) => NextStep.For(facts, Life.Pack, now));
                        var wrong = world.Live(events);
                        decisions += world.Decisions;
                        lives++;
                        return (wrong is null).Label(wrong ?? "");
                    }
                )
                .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithEndSize(60));

        TestContext.Current.SendDiagnosticMessage($"{decisions} decisions in {lives} lives");
        Assert.InRange(decisions, Goal, int.MaxValue);
    }

    [Theory]
    [MemberData(nameof(Breakages))]
    public void ABrokenRule_IsFound(string breakage)
    {
        var (see, say, words) = Broken[breakage];
        var lives = breakage.Contains("another end", StringComparison.Ordinal)
            ? WorldEvent.LivesOf(WorldEventKind.CourseMovesAhead, WorldEventKind.CourseComesBack, WorldEventKind.SomebodyCanNotBeReached)
            : WorldEvent.Lives;
        var found = lives
            .Generator.Sample(1_000, 40)
            .Select(events => new World((facts, now) => say(NextStep.For(see(facts), Life.Pack, now))).Live(events))
            .OfType<string>()
            .FirstOrDefault(wrong => wrong.Contains(words, StringComparison.Ordinal));

        Assert.NotNull(found);
    }
}
