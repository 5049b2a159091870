using RecordingPolicy.Expiry;
using static RecordingPolicy.Tests.Expiry.Life;

namespace RecordingPolicy.Tests.Expiry;

/// <summary>The end: under an authority, after the warnings, held by nobody, and read back.</summary>
public sealed class DeletionStepsTests
{
    [Fact]
    public void Publication_ThatWaits_HoldsUpNoDeletion()
    {
        var now = Closing.AddHours(1);
        var facts = Registered with
        {
            PublicationWanted = true,
            PublicationWaitsUntil = now.AddDays(1),
            Warnings = [new(Closing, TimeSpan.FromDays(14), Closing.AddDays(-14))],
        };

        Assert.Equal(Step.OrderDeletion, At(facts, now).Step);
    }

    [Fact]
    [Trait("Rule", "retention.case-registered")]
    public void CaseRecord_UnderTheRule_IsHandedOverOnceRegistered()
    {
        var facts = Registered with { Plan = new RetentionPlan.WhileCourseIsOpen { End = RetentionEnd.ArchiveThenDelete } };
        var boras = ShippedPacks.Library.Packs["boras"];

        var due = NextStep.For(facts, boras, End.AddHours(1));

        Assert.Equal((Step.HandOver, DueReason.CaseRegistered), (due.Step, due.Reason));
        Assert.NotEqual(Step.HandOver, NextStep.For(facts with { HandOverAsked = true }, boras, End.AddHours(1)).Step);
        Assert.NotEqual(Step.HandOver, NextStep.For(Registered, boras, End.AddHours(1)).Step);
        // Without the rule the archive is asked when the recording is due.
        Assert.NotEqual(Step.HandOver, At(facts, End.AddHours(1)).Step);
    }

    [Fact]
    public void Held_PastItsEnd_IsHiddenAndKept()
    {
        Assert.Equal(Step.Unpublish, At(Warned(30, 7, 1) with { Held = true }, Closing.AddDays(1)).Step);
        var hidden = Warned(30, 7, 1) with { Held = true, State = RecordingState.Unpublished };
        Assert.Equal((Step.NothingUntil, DueReason.Held), Both(At(hidden, Closing.AddDays(400))));
    }

    [Fact]
    public void Ended_WithoutAuthority_IsHiddenAndKept()
    {
        var none = ShippedPacks.Library.Packs["base"];

        Assert.Equal(Step.Unpublish, NextStep.For(Warned(30, 7, 1), none, Closing.AddDays(10)).Step);
        var hidden = Warned(30, 7, 1) with { State = RecordingState.Unpublished };
        Assert.Equal((Step.NothingUntil, DueReason.NoAuthority), Both(NextStep.For(hidden, none, Closing.AddDays(10))));
    }

    [Fact]
    public void CaseRecord_Ended_GoesToTheArchiveFirst()
    {
        var record = Warned(30, 7, 1) with { Plan = new RetentionPlan.WhileCourseIsOpen { End = RetentionEnd.ArchiveThenDelete } };
        Assert.Equal((Step.Unpublish, DueReason.CourseClosed), Both(At(record, Closing + Tick)));
        record = record with { State = RecordingState.Unpublished };
        Assert.Equal(Step.HandOver, At(record, Closing + Tick).Step);
        Assert.Equal((Step.NothingUntil, DueReason.WaitsForArchive), Both(At(record with { HandOverAsked = true }, Closing.AddDays(1))));
        Assert.Equal(Step.OrderDeletion, At(record with { HandOverAsked = true, HandedOver = true }, Closing.AddDays(1)).Step);
    }

    [Fact]
    public void Ordered_CopyAfterCopy_IsDeletedThenReadBack()
    {
        var facts = Warned(30, 7, 1) with { OrderedFor = Closing };
        var copies = facts.Copies;
        Assert.Equal((Step.DeleteCopy, (Guid?)copies[0].Id), (At(facts, Closing + Tick).Step, At(facts, Closing + Tick).Copy));
        var removed = facts with { Copies = [.. copies.Select(copy => copy with { State = CopyState.Removed })] };
        Assert.Equal((Step.Verify, (Guid?)copies[0].Id), (At(removed, Closing + Tick).Step, At(removed, Closing + Tick).Copy));
    }

    [Fact]
    public void Ordered_CourseMovesLater_TheOrderNoLongerStands()
    {
        var facts = Warned(30, 7, 1) with
        {
            OrderedFor = Closing,
            Course = new CourseEnd.At(Closing.AddDays(60)),
            FuseAt = Closing.AddDays(60),
        };
        Assert.Equal(Step.NothingUntil, At(facts, Closing.AddDays(1)).Step);
    }

    [Fact]
    public void OwnerAsked_WithoutWarning_IsOrderedAtOnce() =>
        Assert.Equal(
            (Step.OrderDeletion, DueReason.OwnerAsked),
            Both(At(Published with { DeletionAskedAt = End.AddDays(2) }, End.AddDays(2) + Tick))
        );

    [Fact]
    public void OwnerAsked_Held_IsKept() =>
        Assert.Equal(Step.NothingUntil, At(Registered with { DeletionAskedAt = End, Held = true }, End.AddDays(2)).Step);

    /// <summary>A guard stops the removal, and not that nobody sees it any more.</summary>
    [Fact]
    public void OwnerAsked_WhileAGuardStands_IsHiddenAndKept()
    {
        var asked = Published with
        {
            DeletionAskedAt = Closing.AddDays(-40),
            RemovalPaused = true,
            Copies = [new(Guid.NewGuid(), CopyState.Present, InCourse: true)],
        };
        var gone = asked with { Copies = [new(Guid.NewGuid(), CopyState.Gone, InCourse: true), new(Guid.NewGuid(), CopyState.Present)] };

        Assert.Equal(Step.Unpublish, At(asked, Closing.AddDays(-39)).Step);
        Assert.Equal(DueReason.RemovalPaused, At(gone, Closing.AddDays(-39)).Reason);
        Assert.Equal(
            (Step.NothingUntil, DueReason.RemovalPaused),
            Both(At(asked with { State = RecordingState.Unpublished }, Closing.AddDays(-39)))
        );
    }

    [Fact]
    public void OwnerAsked_BeforeTheFloor_WaitsForIt()
    {
        var floored = ShippedPacks.LundWith("keepAtLeast: P10D");
        var asked = Registered with { DeletionAskedAt = End.AddDays(2) };

        Assert.Equal(new Ending(End.AddDays(10), EndReason.OwnerAsked), EndOfRecording.Of(asked, floored));
        Assert.NotEqual(Step.OrderDeletion, NextStep.For(asked, floored, End.AddDays(10)).Step);
        Assert.Equal(Step.OrderDeletion, NextStep.For(asked, floored, End.AddDays(10) + Tick).Step);
        Assert.Equal(End.AddDays(12), EndOfRecording.Of(asked with { DeletionAskedAt = End.AddDays(12) }, floored).At);
    }

    [Fact]
    public void Removed_AndHeldOrMovedSince_IsReadBackAllTheSame()
    {
        var removed = Warned(30, 7, 1) with
        {
            State = RecordingState.Unpublished,
            PublicationWanted = false,
            OrderedFor = Closing,
            Copies = [.. Published.Copies.Select((copy, place) => place == 0 ? copy with { State = CopyState.Removed } : copy)],
        };
        var now = Closing.AddDays(1);

        foreach (var facts in new[] { removed with { Held = true }, removed with { Course = new CourseEnd.At(Closing.AddDays(90)) } })
        {
            Assert.Equal((Step.Verify, (Guid?)removed.Copies[0].Id), (At(facts, now).Step, At(facts, now).Copy));
            var gone = facts with { Copies = facts.Copies.SetItem(0, facts.Copies[0] with { State = CopyState.Gone }) };
            Assert.Equal(Step.NothingUntil, At(gone, now).Step);
        }
        // What a person had cut out of it was not removed under an order, and is receipted with the rest.
        Assert.Equal(Step.NothingUntil, At(removed with { Held = true, OrderedFor = null }, now).Step);
    }

    [Fact]
    public void Deleted_Ever_NothingIsDue() =>
        Assert.Equal(DueReason.Finished, At(Published with { State = RecordingState.Deleted }, Closing.AddYears(9)).Reason);
}
