using RecordingPolicy.Expiry;
using static RecordingPolicy.Tests.Expiry.Life;

namespace RecordingPolicy.Tests.Expiry;

/// <summary>Warned in time, few times, truthfully.</summary>
public sealed class WarningStepsTests
{
    [Fact]
    public void Publication_ThatWaits_HoldsUpNoWarning()
    {
        var now = Closing.AddDays(-13);
        var facts = Registered with { PublicationWanted = true, PublicationWaitsUntil = now.AddDays(1) };

        Assert.Equal(Step.Warn, At(facts, now).Step);
        Assert.Equal(Step.Publish, At(facts with { PublicationWaitsUntil = null }, now).Step);
    }

    [Fact]
    public void TakingBack_ThatWaits_HoldsUpNoWarning()
    {
        var now = Closing.AddHours(1);

        Assert.Equal(Step.Unpublish, At(Published, now).Step);
        Assert.Equal(Step.Warn, At(Published with { PublicationWaitsUntil = now.AddSeconds(30) }, now).Step);
    }

    [Fact]
    public void Published_CourseClosedByHand_UnpublishesThenTells()
    {
        var closed = Published with { Course = new CourseEnd.Already(End.AddDays(20)) };
        Assert.Equal((Step.Unpublish, DueReason.CourseClosed), Both(At(closed, End.AddDays(20).AddMinutes(1))));
        var told = At(closed with { State = RecordingState.Unpublished }, End.AddDays(20).AddMinutes(1));
        Assert.Equal((Step.Warn, DueReason.EndPassedUnannounced), Both(told));
    }

    [Theory]
    [InlineData(-30)]
    [InlineData(-7)]
    [InlineData(-1)]
    public void Published_AtEachWarning_WarnsOnceThere(int days)
    {
        var moment = Closing.AddDays(days);
        var before = Warned(
            days < -7 ? []
            : days < -1 ? [30]
            : [30, 7]
        );
        Assert.NotEqual(Step.Warn, At(before, moment - Tick).Step);
        Assert.Equal((Step.Warn, moment), (At(before, moment).Step, At(before, moment).At));
        var after = Warned(
            days < -7 ? [30]
            : days < -1 ? [30, 7]
            : [30, 7, 1]
        );
        Assert.Equal(Step.NothingUntil, At(after, moment).Step);
    }

    [Fact]
    public void Published_SeveralWarningsMissed_SendsTheLatestOnly()
    {
        var due = At(Published, Closing.AddDays(-2));
        Assert.Equal((Step.Warn, TimeSpan.FromDays(7)), (due.Step, due.Before));
        Assert.Equal(Step.NothingUntil, At(Warned(7), Closing.AddDays(-2)).Step);
    }

    [Fact]
    public void Warned_CourseMovesLater_OldWarningsCountForNothing()
    {
        var moved = Warned(30, 7, 1) with { Course = new CourseEnd.At(Closing.AddDays(3)), FuseAt = Closing.AddDays(3) };
        Assert.Equal(Step.Warn, At(moved, Closing).Step);
    }

    [Fact]
    public void Warned_AtTheClosingInstant_IsStillOpen()
    {
        Assert.Equal(Step.NothingUntil, At(Warned(30, 7, 1), Closing).Step);
        Assert.Equal(Step.OrderDeletion, At(Warned(30, 7, 1), Closing + Tick).Step);
    }

    [Fact]
    public void Warned_TooLate_UnpublishesAndWaitsOutTheWarningPeriod()
    {
        var late = Published with { Warnings = [new(Closing, TimeSpan.FromDays(1), Closing.AddDays(-1))] };
        Assert.Equal(Step.Unpublish, At(late, Closing + Tick).Step);
        var hidden = late with { State = RecordingState.Unpublished };
        Assert.Equal(
            new DueStep(Step.NothingUntil, Closing.AddDays(6), DueReason.WaitsForWarning),
            At(hidden, Closing + Tick) with
            {
                Copy = null,
            }
        );
        Assert.Equal(Step.OrderDeletion, At(hidden, Closing.AddDays(6)).Step);
    }

    [Fact]
    public void Warned_OfAnotherEndSince_IsToldAgainOfThisOne()
    {
        // Told of the closing, then of a later one, and the course is back at the first.
        var back = Warned(30) with
        {
            Warnings = [.. Warned(30).Warnings, new(Closing.AddDays(10), TimeSpan.FromDays(30), Closing.AddDays(-20))],
        };
        var hidden = back with { State = RecordingState.Unpublished };

        Assert.Equal((Step.Warn, TimeSpan.FromDays(30)), (At(back, Closing.AddDays(-19)).Step, At(back, Closing.AddDays(-19)).Before));
        Assert.Equal(Step.Warn, At(hidden, Closing.AddDays(30)).Step);
        // Somebody who was reached by the other one believes it, though not everyone was.
        var partly = new WarningGiven(Closing.AddDays(10), TimeSpan.FromDays(30), null) { ReachedAt = Closing.AddDays(-20) };
        Assert.Equal(Step.Warn, At(hidden with { Warnings = [Warned(30).Warnings[0], partly] }, Closing.AddDays(30)).Step);
        // Whoever was never told of another date knows this one.
        Assert.Equal(Step.OrderDeletion, At(hidden with { Warnings = Warned(30).Warnings }, Closing.AddDays(30)).Step);
    }

    [Fact]
    public void Ended_WithSomebodyNotReached_IsToldAsEndedAndNotAsEndingSoon()
    {
        var facts = Published with { State = RecordingState.Unpublished, Warnings = [new(Closing, TimeSpan.FromDays(30), null)] };
        var due = At(facts, Closing + Tick);

        Assert.Equal((Step.Warn, DueReason.NobodyReached), Both(due));
        Assert.Equal(TimeSpan.Zero, due.Before);
    }

    [Fact]
    public void Warned_ButNotAccepted_IsToldAgainAndNotDeleted()
    {
        var facts = Published with { State = RecordingState.Unpublished, Warnings = [new(Closing, TimeSpan.FromDays(30), null)] };
        Assert.Equal(Step.Warn, At(facts, Closing.AddYears(1)).Step);
    }
}
