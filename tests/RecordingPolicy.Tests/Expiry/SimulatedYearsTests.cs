using RecordingPolicy.Expiry;
using RecordingPolicy.Packs;

namespace RecordingPolicy.Tests.Expiry;

/// <summary>Years of moved dates, holds and unreachable people, played through with <see cref="NextStep"/>: never early (I1), never forgotten (I2).</summary>
public sealed class SimulatedYearsTests
{
    private static readonly PolicyPack Pack = ShippedPacks.Lund;
    private static readonly DateTimeOffset Start = new(2026, 9, 7, 8, 15, 0, TimeSpan.Zero);

    [Fact]
    public void AnyCourseOfEvents_EndsInADeletionThatIsNeitherEarlyNorForgotten()
    {
        for (var seed = 0; seed < 400; seed++)
            Live(new Random(seed), seed);
    }

    private static void Live(Random dice, int seed)
    {
        var facts = new RecordingFacts
        {
            State = RecordingState.Registered,
            Approved = true,
            StartsAt = Start,
            EndsAt = Start.AddHours(2),
            StartedAt = Start,
            EndedAt = Start.AddHours(2),
            NoticePublishedAt = Start,
            NoticePostedAt = Start,
            PublicationWanted = dice.Next(2) == 0,
            Plan = new RetentionPlan.WhileCourseIsOpen(),
            Course = new CourseEnd.At(Start.AddDays(dice.Next(5, 300))),
            Copies = [new(Guid.NewGuid(), CopyState.Present), new(Guid.NewGuid(), CopyState.Present)],
        };
        var now = Start.AddHours(3);
        var calm = Start.AddDays(400);
        var next = now;
        while (now < Start.AddDays(600))
        {
            if (now < calm && dice.Next(40) == 0)
                (facts, next) = (Happen(facts, dice, now), now);
            for (var steps = 0; next <= now && facts.State is not RecordingState.Deleted; steps++)
            {
                Assert.True(steps < 50, $"seed {seed}: a step stays due");
                var due = NextStep.For(facts, Pack, now);
                if (due.Step is Step.NothingUntil)
                {
                    Assert.True(due.At > now, $"seed {seed}: it looks again at once, for ever");
                    next = due.At;
                }
                else if (due.Step is Step.Warn && now < calm && dice.Next(4) == 0)
                    (facts, next) = (Told(facts, due, reachedAt: null), now.AddMinutes(15)); // somebody could not be reached
                else
                    facts = Act(facts, due, now, seed);
            }
            if (facts.State is RecordingState.Deleted)
                return;
            now += TimeSpan.FromHours(dice.Next(1, 48));
            if (now >= calm && facts.Held)
                (facts, next) = (facts with { Held = false }, now);
        }
        Assert.Fail($"seed {seed}: forgotten");
    }

    private static RecordingFacts Happen(RecordingFacts facts, Random dice, DateTimeOffset now) =>
        dice.Next(5) switch
        {
            0 => facts with { Course = new CourseEnd.At(now.AddDays(dice.Next(-3, 120))) },
            1 => facts with { Held = !facts.Held },
            2 => facts with { Course = new CourseEnd.Already(now) },
            3 => facts with { PublicationWanted = !facts.PublicationWanted },
            _ => facts with { Course = new CourseEnd.At(now.AddDays(dice.Next(1, 60))), Held = false },
        };

    private static RecordingFacts Act(RecordingFacts facts, DueStep due, DateTimeOffset now, int seed)
    {
        var end = EndOfRecording.Of(facts, Pack);
        switch (due.Step)
        {
            case Step.Publish:
                return facts with { State = RecordingState.Published, FuseAt = NextStep.Fuse(facts, end) };
            case Step.Unpublish:
                return facts with { State = RecordingState.Unpublished };
            case Step.Warn:
                return Told(facts, due, now);
            case Step.OrderDeletion:
                return facts with { OrderedFor = end.At };
            case Step.DeleteCopy:
                NeverEarly(facts, end, now, seed);
                return With(facts, due.Copy!.Value, CopyState.Removed);
            case Step.Verify:
                var gone = With(facts, due.Copy!.Value, CopyState.Gone);
                return gone.Copies.All(copy => copy.State is CopyState.Gone) ? gone with { State = RecordingState.Deleted } : gone;
            default:
                throw new InvalidOperationException($"seed {seed}: {due.Step} was not expected");
        }
    }

    private static RecordingFacts Told(RecordingFacts facts, DueStep due, DateTimeOffset? reachedAt)
    {
        var told = new WarningGiven(EndOfRecording.Of(facts, Pack).At!.Value, due.Before!.Value, reachedAt);
        return facts with
        {
            Warnings = facts.Warnings.RemoveAll(warning => (warning.EndsAt, warning.Before) == (told.EndsAt, told.Before)).Add(told),
        };
    }

    private static void NeverEarly(RecordingFacts facts, Ending end, DateTimeOffset now, int seed)
    {
        Assert.False(facts.Held, $"seed {seed}: deleted while held");
        Assert.True(end.At < now, $"seed {seed}: deleted before its end");
        Assert.Contains(facts.Warnings, warning => warning.EndsAt == end.At && warning.AcceptedAt?.AddDays(7) <= now);
        Assert.Equal(end.At, facts.OrderedFor);
    }

    private static RecordingFacts With(RecordingFacts facts, Guid copy, CopyState state) =>
        facts with
        {
            Copies = [.. facts.Copies.Select(known => known.Id == copy ? known with { State = state } : known)],
        };
}
