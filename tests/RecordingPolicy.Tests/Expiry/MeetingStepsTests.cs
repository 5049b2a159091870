using RecordingPolicy.Expiry;
using static RecordingPolicy.Tests.Expiry.Life;

namespace RecordingPolicy.Tests.Expiry;

/// <summary>Before and during the meeting: the notice, the right, the consents.</summary>
public sealed class MeetingStepsTests
{
    [Theory]
    [InlineData(AnnouncementDue.Post, DueReason.AnnouncementWanted)]
    [InlineData(AnnouncementDue.Take, DueReason.AnnouncementOver)]
    public void Announcement_BeforeTheMeeting_ComesWhenNothingElseIsDue(AnnouncementDue announcement, DueReason reason)
    {
        var now = Start.AddDays(-1).AddHours(1);

        var due = At(Ready with { Announcement = announcement }, now);

        Assert.Equal((Step.Announce, reason), (due.Step, due.Reason));
        Assert.Equal(Step.GiveRight, At(Ready with { Announcement = announcement, RightGiven = false }, now).Step);
    }

    [Fact]
    public void Announcement_OnceTheMeetingIsOver_IsOnlyTaken()
    {
        var now = End.AddDays(1);

        Assert.Equal(Step.NothingUntil, At(Registered with { Announcement = AnnouncementDue.Post }, now).Step);
        Assert.Equal(Step.Announce, At(Registered with { Announcement = AnnouncementDue.Take }, now).Step);
        Assert.Equal(Step.Announce, At(Registered with { State = RecordingState.Deleted, Announcement = AnnouncementDue.Take }, now).Step);
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

    /// <summary>A running meeting in which the notice was posted.</summary>
    private static RecordingFacts Posted => Ready with { StartedAt = Start, NoticePostedAt = Start.AddSeconds(2), NoticePosts = 1 };

    [Fact]
    public void MeetingRuns_NoticeNotPosted_PostsIt() => Assert.Equal(Step.PostNotice, At(Ready with { StartedAt = Start }, Start).Step);

    [Fact]
    public void MeetingRuns_SomebodyJoinsLate_PostsAgainButNotAtOnce()
    {
        var facts = Posted with { LateJoinerSince = Start.AddSeconds(30) };
        var soon = At(facts, Start.AddSeconds(31));
        Assert.Equal((Step.NothingUntil, facts.NoticePostedAt + NextStep.NoticeAgain), (soon.Step, soon.At));
        Assert.Equal((Step.PostNotice, DueReason.LateJoiner), Both(At(facts, soon.At)));
    }

    [Theory]
    [InlineData(1, 30)]
    [InlineData(2, 60)]
    [InlineData(3, 120)]
    [InlineData(40, 120)]
    public void LateJoiners_OneAfterTheOther_WaitLongerTheOftenerItWasPosted(int posts, int seconds)
    {
        var facts = Posted with { NoticePosts = posts, LateJoinerSince = Start.AddSeconds(5) };
        Assert.Equal(Start.AddSeconds(2 + seconds), At(facts, Start.AddSeconds(6)).At);
    }

    [Fact]
    public void LateJoiners_AfterAPastedNotice_AreAskedForLaterAndOnce()
    {
        var facts = Posted with { NoticePasted = true, LateJoinerSince = Start.AddSeconds(30) };
        var again = facts.NoticePostedAt!.Value + NextStep.PasteAgain;
        Assert.Equal(again, At(facts, Start.AddMinutes(2)).At);
        Assert.Equal(Step.PostNotice, At(facts, again).Step);
        Assert.Equal(DueReason.WaitsForMeeting, At(facts with { PasteAskedAgain = true }, again).Reason);
    }

    [Fact]
    public void RecordingBegins_LongAfterThePost_PostsAgain()
    {
        var facts = Posted with { RecordingBeganAt = Start.AddMinutes(5) };
        Assert.Equal((Step.PostNotice, DueReason.RecordingBegan), Both(At(facts, Start.AddMinutes(5))));
        Assert.Equal(DueReason.WaitsForMeeting, At(facts with { NoticePostedAt = Start.AddMinutes(5) }, Start.AddMinutes(5)).Reason);
        Assert.Equal(DueReason.WaitsForMeeting, At(facts with { RecordingBeganAt = Start.AddSeconds(20) }, Start.AddMinutes(5)).Reason);
    }

    [Fact]
    public void MeetingRuns_EveryoneHasTheNotice_WaitsForTheWindowsEnd() =>
        Assert.Equal(
            new DueStep(Step.NothingUntil, End + NextStep.LongestOverrun, DueReason.WaitsForMeeting),
            At(Posted, Start.AddMinutes(5))
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
}
