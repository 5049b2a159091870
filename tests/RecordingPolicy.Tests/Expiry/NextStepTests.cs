using RecordingPolicy.Expiry;
using RecordingPolicy.Packs;

namespace RecordingPolicy.Tests.Expiry;

public sealed class NextStepTests
{
    private static readonly PolicyPack Pack = ShippedPacks.Lund;
    private static readonly DateTimeOffset Start = new(2026, 9, 7, 8, 15, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = Start.AddMinutes(105);
    private static readonly DateTimeOffset Closing = new(2027, 1, 17, 22, 59, 59, TimeSpan.Zero);
    private static readonly Guid Video = Guid.NewGuid();
    private static readonly Guid Audio = Guid.NewGuid();
    private static readonly TimeSpan Tick = TimeSpan.FromMicroseconds(1);

    private static readonly RecordingFacts Approved = new()
    {
        State = RecordingState.Expected,
        Approved = true,
        StartsAt = Start,
        EndsAt = End,
        Plan = new RetentionPlan.WhileCourseIsOpen(),
        Course = new CourseEnd.At(Closing),
    };

    private static readonly RecordingFacts Ready = Approved with { NoticePublishedAt = Start.AddDays(-1), RightGiven = true };

    private static readonly RecordingFacts Registered = Ready with
    {
        State = RecordingState.Registered,
        RightGiven = false,
        StartedAt = Start,
        EndedAt = End,
        NoticePostedAt = Start,
        Copies = [new(Video, CopyState.Present), new(Audio, CopyState.Present)],
    };

    private static readonly RecordingFacts Published = Registered with
    {
        State = RecordingState.Published,
        PublicationWanted = true,
        FuseAt = Closing,
        Copies = [new(Guid.NewGuid(), CopyState.Present), .. Registered.Copies],
    };

    [Theory]
    [InlineData(AnnouncementDue.Post, DueReason.AnnouncementWanted)]
    [InlineData(AnnouncementDue.Take, DueReason.AnnouncementOver)]
    public void Announcement_BeforeTheMeeting_ComesWhenNothingElseIsDue(AnnouncementDue announcement, DueReason reason)
    {
        var now = Start.AddDays(-1).AddHours(1);

        var due = At(Ready with { Announcement = announcement }, now);

        Assert.Equal((Step.PublishNotice, reason), (due.Step, due.Reason));
        Assert.Equal(Step.GiveRight, At(Ready with { Announcement = announcement, RightGiven = false }, now).Step);
    }

    [Fact]
    public void Announcement_OnceTheMeetingIsOver_IsOnlyTaken()
    {
        var now = End.AddDays(1);

        Assert.Equal(Step.NothingUntil, At(Registered with { Announcement = AnnouncementDue.Post }, now).Step);
        Assert.Equal(Step.PublishNotice, At(Registered with { Announcement = AnnouncementDue.Take }, now).Step);
        Assert.Equal(
            Step.PublishNotice,
            At(Registered with { State = RecordingState.Deleted, Announcement = AnnouncementDue.Take }, now).Step
        );
    }

    [Fact]
    public void Admins_WhoHaveNotBeenTold_AreToldOncePublished()
    {
        var now = Closing.AddDays(-40);

        Assert.Equal(
            (Step.Publish, DueReason.AdminsUntold),
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
    public void Publication_ThatWaits_HoldsUpNoWarning()
    {
        var now = Closing.AddDays(-13);
        var facts = Registered with { PublicationWanted = true, PublicationWaitsUntil = now.AddDays(1) };

        Assert.Equal(Step.Warn, At(facts, now).Step);
        Assert.Equal(Step.Publish, At(facts with { PublicationWaitsUntil = null }, now).Step);
    }

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
    public void TakingBack_ThatWaits_HoldsUpNoWarning()
    {
        var now = Closing.AddHours(1);

        Assert.Equal(Step.Unpublish, At(Published, now).Step);
        Assert.Equal(Step.Warn, At(Published with { PublicationWaitsUntil = now.AddSeconds(30) }, now).Step);
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
    public void Approved_WithoutNotice_PublishesIt() => Assert.Equal(Step.PublishNotice, At(Approved, Start.AddDays(-3)).Step);

    [Fact]
    public void NoticePublished_BeforeTheMeeting_GivesTheRight() =>
        Assert.Equal(Step.GiveRight, At(Approved with { NoticePublishedAt = Start.AddDays(-1) }, Start.AddHours(-1)).Step);

    [Fact]
    public void NoticePublished_WithAConsentMissing_GivesNoRight()
    {
        var due = At(Approved with { NoticePublishedAt = Start.AddDays(-1), StartConditionsMet = false }, Start.AddHours(-1));
        Assert.Equal((Step.NothingUntil, DueReason.WaitsForMeeting), (due.Step, due.Reason));
    }

    [Theory]
    [InlineData(false, false, null, Step.TellHost, DueReason.ConsentFirst)]
    [InlineData(false, false, HostTold.ConsentFirst, Step.NothingUntil, DueReason.WaitsForConsent)]
    [InlineData(false, false, HostTold.Pause, Step.NothingUntil, DueReason.WaitsForConsent)]
    [InlineData(true, true, HostTold.GoOn, Step.TellHost, DueReason.ConsentMissing)]
    [InlineData(true, true, HostTold.Pause, Step.NothingUntil, DueReason.WaitsForMeeting)]
    [InlineData(true, false, HostTold.Pause, Step.TellHost, DueReason.ConsentsThere)]
    [InlineData(true, false, HostTold.GoOn, Step.NothingUntil, DueReason.WaitsForMeeting)]
    public void Consents_AsTheyStand_AreToldToTheHostOnce(bool given, bool missing, HostTold? told, Step step, DueReason reason)
    {
        var facts = Ready with
        {
            ConsentAsked = true,
            StartConditionsMet = false,
            RightGiven = given,
            ConsentMissing = missing,
            HostTold = told,
            StartedAt = Start,
            NoticePostedAt = Start,
        };

        Assert.Equal((step, reason), Both(At(facts, Start.AddMinutes(5))));
    }

    [Fact]
    public void Host_IsToldToPause_AlsoWhileTheNoticeCanNotBePosted() =>
        Assert.Equal(
            Step.TellHost,
            At(Ready with { ConsentAsked = true, ConsentMissing = true, StartedAt = Start }, Start.AddMinutes(5)).Step
        );

    [Fact]
    public void ConsentWithdrawn_WhileTheMeetingRuns_TakesTheRight() =>
        Assert.Equal(
            (Step.TakeRight, DueReason.ConsentWithdrawn),
            Both(
                At(
                    Ready with
                    {
                        ConsentAsked = true,
                        ConsentMissing = true,
                        ConsentWithdrawn = true,
                        StartedAt = Start,
                        NoticePostedAt = Start,
                    },
                    Start.AddMinutes(5)
                )
            )
        );

    [Fact]
    public void Notice_ThatIsOutdated_IsPublishedAnewBeforeAndAfterTheMeeting()
    {
        foreach (var (facts, now) in new[] { (Ready, Start.AddDays(-1)), (Registered, End.AddDays(3)), (Published, End.AddDays(3)) })
            Assert.Equal((Step.PublishNotice, DueReason.NoticeChanged), Both(At(facts with { NoticeOutdated = true }, now)));
    }

    [Fact]
    public void Notice_ThatIsOutdated_IsLeftWhereNothingIsApproved() =>
        Assert.NotEqual(Step.PublishNotice, At(Registered with { Approved = false, NoticeOutdated = true }, End.AddDays(3)).Step);

    [Fact]
    public void NoticeChanged_AfterTheMeeting_IsPosted() =>
        Assert.Equal(
            (Step.PostNotice, DueReason.NoticeChanged),
            Both(At(Registered with { NoticePostedAt = null, NoticeChangeUntold = true }, End.AddDays(3)))
        );

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
    public void MeetingRuns_NoticeNotPosted_PostsIt() => Assert.Equal(Step.PostNotice, At(Ready with { StartedAt = Start }, Start).Step);

    [Fact]
    public void MeetingRuns_SomebodyJoinsLate_PostsAgainButNotAtOnce()
    {
        var facts = Ready with { StartedAt = Start, NoticePostedAt = Start.AddSeconds(2), LateJoinerSince = Start.AddSeconds(30) };
        var soon = At(facts, Start.AddSeconds(31));
        Assert.Equal((Step.NothingUntil, facts.NoticePostedAt + NextStep.NoticeAgain), (soon.Step, soon.At));
        Assert.Equal(Step.PostNotice, At(facts, soon.At).Step);
    }

    [Fact]
    public void MeetingRuns_EveryoneHasTheNotice_WaitsForTheWindowsEnd() =>
        Assert.Equal(
            new DueStep(Step.NothingUntil, End + NextStep.LongestOverrun, DueReason.WaitsForMeeting),
            At(
                Ready with
                {
                    StartedAt = Start,
                    NoticePostedAt = Start.AddSeconds(2),
                    LateJoinerSince = Start.AddSeconds(1),
                },
                Start.AddMinutes(5)
            )
        );

    [Fact]
    public void MeetingEnded_RightGiven_TakesIt() =>
        Assert.Equal(Step.TakeRight, At(Ready with { StartedAt = Start, EndedAt = End, NoticePostedAt = Start }, End).Step);

    [Theory]
    [InlineData(-1, Step.NothingUntil)]
    [InlineData(0, Step.TakeRight)]
    public void MeetingNeverBegan_AtTheWindowsEnd_TakesTheRight(int ticks, Step step) =>
        Assert.Equal(step, At(Ready, End + NextStep.Overrun + (ticks * Tick)).Step);

    [Fact]
    public void ApprovalWithdrawn_RightGiven_TakesItAtOnce() =>
        Assert.Equal((Step.TakeRight, DueReason.ApprovalGone), Both(At(Ready with { Approved = false }, Start.AddDays(-1))));

    [Fact]
    public void MeetingCancelled_RightGiven_TakesIt() =>
        Assert.Equal(Step.TakeRight, At(Ready with { Cancelled = true }, Start.AddDays(-1)).Step);

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
        var before = Given(
            days < -7 ? []
            : days < -1 ? [30]
            : [30, 7]
        );
        Assert.NotEqual(Step.Warn, At(before, moment - Tick).Step);
        Assert.Equal((Step.Warn, moment), (At(before, moment).Step, At(before, moment).At));
        var after = Given(
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
        Assert.Equal(Step.NothingUntil, At(Given([7]), Closing.AddDays(-2)).Step);
    }

    [Fact]
    public void Warned_CourseMovesLater_OldWarningsCountForNothing()
    {
        var moved = Given([30, 7, 1]) with { Course = new CourseEnd.At(Closing.AddDays(3)), FuseAt = Closing.AddDays(3) };
        Assert.Equal(Step.Warn, At(moved, Closing).Step);
    }

    [Fact]
    public void Warned_AtTheClosingInstant_IsStillOpen()
    {
        Assert.Equal(Step.NothingUntil, At(Given([30, 7, 1]), Closing).Step);
        Assert.Equal(Step.OrderDeletion, At(Given([30, 7, 1]), Closing + Tick).Step);
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
    public void Warned_ButNotAccepted_IsToldAgainAndNotDeleted()
    {
        var facts = Published with { State = RecordingState.Unpublished, Warnings = [new(Closing, TimeSpan.FromDays(30), null)] };
        Assert.Equal(Step.Warn, At(facts, Closing.AddYears(1)).Step);
    }

    [Fact]
    public void Held_PastItsEnd_IsHiddenAndKept()
    {
        Assert.Equal(Step.Unpublish, At(Given([30, 7, 1]) with { Held = true }, Closing.AddDays(1)).Step);
        var hidden = Given([30, 7, 1]) with { Held = true, State = RecordingState.Unpublished };
        Assert.Equal((Step.NothingUntil, DueReason.Held), Both(At(hidden, Closing.AddDays(400))));
    }

    [Fact]
    public void Ended_WithoutAuthority_IsKept()
    {
        var due = NextStep.For(Given([30, 7, 1]), ShippedPacks.Library.Packs["base"], Closing.AddDays(10));
        Assert.Equal((Step.NothingUntil, DueReason.NoAuthority), Both(due));
    }

    [Fact]
    public void CaseRecord_Ended_GoesToTheArchiveFirst()
    {
        var record = Given([30, 7, 1]) with { Plan = new RetentionPlan.WhileCourseIsOpen { End = RetentionEnd.ArchiveThenDelete } };
        Assert.Equal(Step.HandOver, At(record, Closing + Tick).Step);
        Assert.Equal((Step.NothingUntil, DueReason.WaitsForArchive), Both(At(record with { HandOverAsked = true }, Closing.AddDays(1))));
        Assert.Equal(Step.OrderDeletion, At(record with { HandOverAsked = true, HandedOver = true }, Closing.AddDays(1)).Step);
    }

    [Fact]
    public void Ordered_CopyAfterCopy_IsDeletedThenReadBack()
    {
        var facts = Given([30, 7, 1]) with { OrderedFor = Closing };
        var copies = facts.Copies;
        Assert.Equal((Step.DeleteCopy, (Guid?)copies[0].Id), (At(facts, Closing + Tick).Step, At(facts, Closing + Tick).Copy));
        var removed = facts with { Copies = [.. copies.Select(copy => copy with { State = CopyState.Removed })] };
        Assert.Equal((Step.Verify, (Guid?)copies[0].Id), (At(removed, Closing + Tick).Step, At(removed, Closing + Tick).Copy));
    }

    [Fact]
    public void Ordered_CourseMovesLater_TheOrderNoLongerStands()
    {
        var facts = Given([30, 7, 1]) with
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

    [Fact]
    public void Unexplained_ForYears_IsNeverDeletedByItself() =>
        Assert.Equal(
            (Step.NothingUntil, DueReason.Unexplained),
            Both(At(Registered with { Approved = false, Plan = null }, End.AddYears(10)))
        );

    [Fact]
    public void NoEndAnywhere_AfterTheReviewTime_AsksForADateAndAsksAgain()
    {
        var open = Registered with { Course = new CourseEnd.Never() };
        var first = Pack.AfterCalendar(End, Pack.OpenCourseReview.After);
        Assert.Equal((Step.NothingUntil, first), (At(open, End.AddDays(1)).Step, At(open, End.AddDays(1)).At));
        Assert.Equal(Step.AskForDate, At(open, first).Step);
        Assert.Equal(
            Pack.AfterCalendar(first, Pack.OpenCourseReview.ThenEvery),
            At(open with { DateAskedAt = first }, first.AddDays(1)).At
        );
    }

    [Fact]
    public void NoEndAnywhere_APersonNamedOne_EndsThen() =>
        Assert.Equal(
            new Ending(End.AddDays(90), EndReason.Extended),
            EndOfRecording.Of(Registered with { Course = new CourseEnd.Never(), ExtendedUntil = End.AddDays(90) }, Pack)
        );

    [Fact]
    public void CourseBeyondTheCeiling_IsAskedAbout_NotGuessed()
    {
        var ceiling = Pack.AfterCalendar(End, Pack.LongestRetention);
        Assert.Equal(EndReason.CourseCloses, EndOfRecording.Of(Registered with { Course = new CourseEnd.At(ceiling) }, Pack).Reason);
        var beyond = Registered with { Course = new CourseEnd.At(ceiling.AddDays(1)) };
        Assert.Equal((Step.AskForDate, DueReason.EndContradicted), Both(At(beyond, End.AddDays(1))));
        Assert.Equal(EndReason.CourseCloses, EndOfRecording.Of(beyond with { CeilingLifted = true }, Pack).Reason);
    }

    [Fact]
    public void Published_KeptLongerThanItsCourse_IsHiddenWhenTheCourseCloses()
    {
        var kept = Published with { ExtendedUntil = Closing.AddDays(90) };
        Assert.Equal((Step.NothingUntil, Closing + Tick), (At(kept, End.AddDays(1)).Step, At(kept, End.AddDays(1)).At));
        Assert.Equal((Step.Unpublish, DueReason.CourseClosed), Both(At(kept, Closing + Tick)));
    }

    [Fact]
    public void Deleted_Ever_NothingIsDue() =>
        Assert.Equal(DueReason.Finished, At(Published with { State = RecordingState.Deleted }, Closing.AddYears(9)).Reason);

    private static RecordingFacts Given(int[] warnedDays) =>
        Published with
        {
            Warnings = [.. warnedDays.Select(days => new WarningGiven(Closing, TimeSpan.FromDays(days), Closing.AddDays(-days)))],
        };

    private static DueStep At(RecordingFacts facts, DateTimeOffset now) => NextStep.For(facts, Pack, now);

    private static (Step, DueReason) Both(DueStep due) => (due.Step, due.Reason);
}
