using RecordingPolicy.Expiry;
using static RecordingPolicy.Tests.Expiry.Life;

namespace RecordingPolicy.Tests.Expiry;

/// <summary>In the course: publishing, the fuse, taking back.</summary>
public sealed class PublicationStepsTests
{
    [Fact]
    public void Admins_WhoHaveNotBeenTold_AreToldOncePublished()
    {
        var now = Closing.AddDays(-40);

        Assert.Equal(
            (Step.TellAdmins, DueReason.AdminsUntold),
            (At(Published with { AdminsUntold = true }, now).Step, At(Published with { AdminsUntold = true }, now).Reason)
        );
        Assert.Equal(Step.NothingUntil, At(Registered with { AdminsUntold = true }, now).Step);
    }

    [Fact]
    public void Published_WhereAConditionIsLost_IsTakenBackForThat() =>
        Assert.Equal(DueReason.ConditionLost, At(Published with { PublicationConditionsMet = false }, Closing.AddDays(-40)).Reason);

    [Fact]
    public void Publication_ThatWaits_IsLookedAtAgainThen()
    {
        var (now, again) = (Closing.AddDays(-40), Closing.AddDays(-39));
        var facts = Registered with { PublicationWanted = true, PublicationWaitsUntil = again };

        Assert.Equal(new DueStep(Step.NothingUntil, again, DueReason.PublicationWaits), At(facts, now));
        Assert.Equal(Step.Publish, At(facts, again).Step);
    }

    [Fact]
    public void Withdrawn_ComesBeforeAChangedNotice() =>
        Assert.Equal(
            (Step.Unpublish, DueReason.ConsentWithdrawn),
            Both(At(Published with { Restricted = true, NoticeOutdated = true, NoticeChangeUntold = true }, End.AddDays(3)))
        );

    [Fact]
    public void Canvas_WithAFileThatWasWrittenAnew_LosesIt()
    {
        Assert.Equal((Step.Unpublish, DueReason.PartRemoved), Both(At(Published with { CanvasOutdated = true }, End.AddDays(3))));
        Assert.NotEqual(Step.Unpublish, At(Registered with { CanvasOutdated = true, OrderedFor = Closing }, Closing.AddDays(9)).Step);
    }

    [Fact]
    public void Canvas_WithAFileThatWasWrittenAnew_IsOnlyHiddenWhileItIsHeld()
    {
        var held = Published with { CanvasOutdated = true, Held = true };

        Assert.Equal((Step.Unpublish, DueReason.ConsentWithdrawn), Both(At(held, End.AddDays(3))));
        var hidden = held with { State = RecordingState.Unpublished };
        Assert.DoesNotContain(At(hidden, End.AddDays(3)).Step, new[] { Step.Publish, Step.Unpublish, Step.DeleteCopy });
        Assert.Equal((Step.Unpublish, DueReason.PartRemoved), Both(At(hidden with { Held = false }, End.AddDays(3))));
    }

    [Fact]
    public void Registered_TeacherPublishes_Publishes() =>
        Assert.Equal(Step.Publish, At(Registered with { PublicationWanted = true }, End.AddDays(1)).Step);

    [Fact]
    public void Registered_ConditionOpen_DoesNotPublish() =>
        Assert.Equal(
            Step.NothingUntil,
            At(Registered with { PublicationWanted = true, PublicationConditionsMet = false }, End.AddDays(1)).Step
        );

    [Fact]
    public void Registered_CourseUndecidable_DoesNotPublish() =>
        Assert.Equal(
            (Step.NothingUntil, DueReason.CourseUndecidable),
            Both(At(Registered with { PublicationWanted = true, Course = new CourseEnd.Undecidable() }, End.AddDays(1)))
        );

    [Fact]
    public void Published_CourseMovesEitherWay_CorrectsTheFuse()
    {
        foreach (var moved in new[] { Closing.AddDays(10), Closing.AddDays(-10) })
            Assert.Equal(
                (Step.Publish, DueReason.FuseMoved),
                Both(At(Published with { Course = new CourseEnd.At(moved) }, End.AddDays(1)))
            );
    }

    [Fact]
    public void Published_CourseTurnsUndecidable_LeavesEverythingAsItIs() =>
        Assert.Equal(Step.NothingUntil, At(Published with { Course = new CourseEnd.Undecidable() }, End.AddDays(1)).Step);

    [Fact]
    public void Published_ConsentWithdrawn_UnpublishesAtOnce() =>
        Assert.Equal((Step.Unpublish, DueReason.ConsentWithdrawn), Both(At(Published with { Restricted = true }, End.AddDays(1))));

    [Fact]
    public void Published_KeptLongerThanItsCourse_IsHiddenWhenTheCourseCloses()
    {
        var kept = Published with { ExtendedUntil = Closing.AddDays(90) };
        Assert.Equal((Step.NothingUntil, Closing + Tick), (At(kept, End.AddDays(1)).Step, At(kept, End.AddDays(1)).At));
        Assert.Equal((Step.Unpublish, DueReason.CourseClosed), Both(At(kept, Closing + Tick)));
    }
}
