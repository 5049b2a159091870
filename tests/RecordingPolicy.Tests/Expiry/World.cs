using RecordingPolicy.Expiry;

namespace RecordingPolicy.Tests.Expiry;

/// <summary>
/// A recording in a world where anything may happen: events change its facts, due steps are carried out (or fail), and the clock goes from one
/// thing to the next.
/// </summary>
/// <param name="decide">Decides what is due: the product's function, or a broken one.</param>
internal sealed class World(Func<RecordingFacts, DateTimeOffset, DueStep> decide)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(12);
    private static readonly TimeSpan Rest = TimeSpan.FromDays(20);
    private readonly List<Telling> tellings = [];
    private TimeSpan pause = TimeSpan.FromSeconds(30);
    private bool failing;
    private bool reachable = true;
    private DateTimeOffset next = Life.End.AddHours(1);

    public RecordingFacts Facts { get; private set; } = Life.Registered with { PublicationWanted = true };
    public DateTimeOffset Now { get; private set; } = Life.End.AddHours(1);
    public IReadOnlyList<Telling> Tellings => tellings;

    /// <summary>How often it was decided what is due.</summary>
    public int Decisions { get; private set; }

    /// <summary>Lets the events happen, and then everything come to rest.</summary>
    /// <returns>What the oracle found wrong; null where nothing was.</returns>
    public string? Live(IEnumerable<WorldEvent> events)
    {
        foreach (var one in events)
        {
            if (GoTo(Now.AddMinutes(one.After)) is { } wrong)
                return wrong;
            Happen(one);
        }
        return Settle();
    }

    /// <summary>Faults end, people answer what they are asked: then it is deleted in time, or it was forgotten (I2).</summary>
    private string? Settle()
    {
        (failing, reachable) = (false, true);
        Facts = Facts with { Held = false, Restricted = false, HandedOver = true, CeilingLifted = true };
        if (EndOfRecording.Of(Facts, Life.Pack).At is null)
            Facts = Facts with { Course = new CourseEnd.At(Now.AddDays(40)), FurtherEnds = [] };
        next = Now;
        var last = EndOfRecording.Of(Facts, Life.Pack).At!.Value;
        var deadline = (last > Now ? last : Now) + Rest;
        return GoTo(deadline) ?? (Facts.State is RecordingState.Deleted ? null : $"forgotten: {Facts.State} at {deadline:O}");
    }

    /// <summary>Lets time go by, looking whenever a look is due.</summary>
    private string? GoTo(DateTimeOffset until)
    {
        while (next <= until)
        {
            Now = next > Now ? next : Now;
            if (Look() is { } wrong)
                return wrong;
        }
        Now = until;
        return null;
    }

    private string? Look()
    {
        for (var steps = 0; steps < 60; steps++)
        {
            var due = decide(Facts, Now);
            Decisions++;
            if (due.Step is Step.NothingUntil)
            {
                if (due.At <= Now)
                    return $"looks again at once: {due}";
                next = due.At;
                return Oracle.AtRest(this, due, failing);
            }
            if (Oracle.Before(this, due) is { } wrong)
                return wrong;
            if (failing && (Decisions % 3 == 0 || due.Step is Step.Publish))
            {
                return TryLater();
            }
            Facts = Act(due);
            if (due.Step is Step.Warn && !reachable)
            {
                return TryLater();
            }
        }
        return "a step stays due";
    }

    /// <summary>Tried again without end, with growing pauses.</summary>
    private string? TryLater()
    {
        next = Now + pause;
        pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        return null;
    }

    private void Happen(WorldEvent one)
    {
        var days = one.Amount;
        pause = TimeSpan.FromSeconds(30);
        (failing, reachable) = one.What switch
        {
            WorldEventKind.StepsFail => (true, reachable),
            WorldEventKind.StepsWork => (false, reachable),
            WorldEventKind.SomebodyCanNotBeReached => (failing, false),
            WorldEventKind.EverybodyCanBeReached => (failing, true),
            _ => (failing, reachable),
        };
        if (Facts.State is RecordingState.Deleted)
            return;
        Facts = one.What switch
        {
            WorldEventKind.CourseMovesAhead => Facts with { Course = new CourseEnd.At(Now.AddDays(days).AddMinutes(days)) },
            WorldEventKind.CourseMovesToThePast => Facts with { Course = new CourseEnd.At(Now.AddDays(-days % 9)) },
            WorldEventKind.CourseIsClosedByHand => Facts with { Course = new CourseEnd.Already(Now) },
            WorldEventKind.CourseLosesItsEnd => Facts with { Course = new CourseEnd.Never() },
            WorldEventKind.CourseCanNotBeRead => Facts with { Course = new CourseEnd.Undecidable() },
            WorldEventKind.CourseComesBack => Facts with { Course = new CourseEnd.At(Life.Closing) },
            WorldEventKind.FurtherCourse => Facts with { FurtherEnds = [.. Facts.FurtherEnds, new CourseEnd.At(Now.AddDays(days))] },
            WorldEventKind.FurtherCourseMoves when !Facts.FurtherEnds.IsEmpty => Facts with
            {
                FurtherEnds = Facts.FurtherEnds.SetItem(
                    0,
                    days % 5 == 0 ? new CourseEnd.Undecidable() : new CourseEnd.At(Now.AddDays(days - 50))
                ),
            },
            WorldEventKind.PlanNamesATime => Facts with
            {
                Plan = new RetentionPlan.Until(DateOnly.FromDateTime(Now.UtcDateTime).AddDays(days)) { End = Facts.Plan!.End },
            },
            WorldEventKind.Hold => Facts with { Held = true },
            WorldEventKind.HoldLifted => Facts with { Held = false },
            WorldEventKind.Extension => Facts with { ExtendedUntil = Now.AddDays(days) },
            WorldEventKind.OwnerAsks when days % 4 == 0 => Facts with { DeletionAskedAt = Facts.DeletionAskedAt ?? Now },
            WorldEventKind.ConsentWithdrawn => Facts with { Restricted = true },
            WorldEventKind.WithdrawalSettled => Facts with { Restricted = false },
            WorldEventKind.PartCutOut => Facts with
            {
                CanvasOutdated = Facts.Copies.Any(copy => copy.InCourse && copy.State is CopyState.Present),
            },
            WorldEventKind.PublicationWanted => Facts with { PublicationWanted = !Facts.PublicationWanted },
            WorldEventKind.ConditionLost => Facts with { PublicationConditionsMet = !Facts.PublicationConditionsMet },
            WorldEventKind.CaseRecord => Facts with { Plan = Facts.Plan! with { End = RetentionEnd.ArchiveThenDelete } },
            WorldEventKind.ArchiveSigned => Facts with { HandedOver = Facts.HandOverAsked },
            _ => Facts,
        };
        next = Now;
    }

    private RecordingFacts Act(DueStep due) =>
        due.Step switch
        {
            Step.Publish => Shown(),
            Step.Unpublish => Hidden(due),
            Step.Warn => Told(due),
            Step.AskForDate => Facts with { DateAskedAt = Now },
            Step.HandOver => Facts with { HandOverAsked = true },
            Step.OrderDeletion => Facts with { OrderedFor = due.EndsAt },
            Step.DeleteCopy => With(due.Copy!.Value, CopyState.Removed),
            Step.Verify => Verified(due),
            _ => throw new InvalidOperationException($"{due.Step} was not expected."),
        };

    private RecordingFacts Shown() =>
        Facts with
        {
            State = RecordingState.Published,
            FuseAt = NextStep.Fuse(Facts, EndOfRecording.Of(Facts, Life.Pack)),
            Copies = Facts.Copies.Any(copy => copy.InCourse && copy.State is CopyState.Present)
                ? Facts.Copies
                : [new(Guid.NewGuid(), CopyState.Present, InCourse: true), .. Facts.Copies],
        };

    private RecordingFacts Hidden(DueStep due)
    {
        var hidden = Facts with { State = Facts.State is RecordingState.Published ? RecordingState.Unpublished : Facts.State };
        return due.Reason is not DueReason.PartRemoved
            ? hidden
            : hidden with
            {
                CanvasOutdated = false,
                Copies =
                [
                    .. hidden.Copies.Select(copy =>
                        copy is { InCourse: true, State: CopyState.Present } ? copy with { State = CopyState.Removed } : copy
                    ),
                ],
            };
    }

    private RecordingFacts Told(DueStep due)
    {
        tellings.Add(new(Now, due.EndsAt!.Value, reachable));
        var told = new WarningGiven(due.EndsAt.Value, due.Before!.Value, reachable ? Now : null) { ReachedAt = Now };
        return Facts with
        {
            Warnings = Facts.Warnings.RemoveAll(known => (known.EndsAt, known.Before) == (told.EndsAt, told.Before)).Add(told),
        };
    }

    /// <summary>As the product does: a copy that has left its course alone ends that order, and with the last copy all is over.</summary>
    private RecordingFacts Verified(DueStep due)
    {
        var left = due.Copy is { } id ? With(id, CopyState.Gone) : Facts;
        var inCourse = Facts.Copies.Any(copy => copy.Id == due.Copy && copy.InCourse);
        if (left.Copies.All(copy => copy.State is CopyState.Gone))
            return left with { State = RecordingState.Deleted };
        return inCourse && left.OrderedFor != EndOfRecording.Of(Facts, Life.Pack).At
            ? left with
            {
                OrderedFor = null,
                FuseAt = null,
            }
            : left;
    }

    private RecordingFacts With(Guid id, CopyState state) =>
        Facts with
        {
            Copies = [.. Facts.Copies.Select(copy => copy.Id == id ? copy with { State = state } : copy)],
        };
}
