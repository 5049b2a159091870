using RecordingPolicy.Expiry;
using RecordingPolicy.Packs;

namespace RecordingPolicy.Tests.Expiry;

/// <summary>One lecture given in several courses: shown in each, ending in each with that course; what is on disk ends with the last.</summary>
public sealed class FurtherCourseTests
{
    private static readonly PolicyPack Pack = ShippedPacks.Lund;
    private static readonly DateTimeOffset Start = new(2026, 9, 7, 8, 15, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = Start.AddMinutes(105);
    private static readonly DateTimeOffset Closing = new(2027, 1, 17, 22, 59, 59, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = Closing.AddDays(60);
    private static readonly TimeSpan Tick = TimeSpan.FromMicroseconds(1);
    private static readonly Guid InCourse = Guid.NewGuid();
    private static readonly Guid OnDisk = Guid.NewGuid();

    private static readonly RecordingFacts First = new()
    {
        State = RecordingState.Published,
        Approved = true,
        StartsAt = Start,
        EndsAt = End,
        StartedAt = Start,
        EndedAt = End,
        NoticePublishedAt = Start.AddDays(-1),
        NoticePostedAt = Start,
        PublicationWanted = true,
        FuseAt = Closing,
        Plan = new RetentionPlan.WhileCourseIsOpen(),
        Course = new CourseEnd.At(Closing),
        FurtherEnds = [new CourseEnd.At(Later)],
        Copies = [new(InCourse, CopyState.Present, InCourse: true), new(OnDisk, CopyState.Present)],
    };

    private static readonly RecordingFacts Further = First with
    {
        IsFurther = true,
        FurtherEnds = [],
        Course = new CourseEnd.At(Later),
        FuseAt = Later,
        Copies = [new(InCourse, CopyState.Present, InCourse: true)],
    };

    private static readonly RecordingFacts FirstGone = First with
    {
        State = RecordingState.Unpublished,
        Copies = [new(InCourse, CopyState.Gone, InCourse: true), new(OnDisk, CopyState.Present)],
    };

    public static TheoryData<CourseEnd, CourseEnd, DateTimeOffset?, EndReason> Ends =>
        new()
        {
            { new CourseEnd.At(Closing), new CourseEnd.At(Later), Later, EndReason.FurtherCourseCloses },
            { new CourseEnd.At(Later), new CourseEnd.At(Closing), Later, EndReason.CourseCloses },
            { new CourseEnd.At(Closing), new CourseEnd.At(Closing), Closing, EndReason.CourseCloses },
            { new CourseEnd.Already(Closing), new CourseEnd.At(Later), Later, EndReason.FurtherCourseCloses },
            { new CourseEnd.At(Later), new CourseEnd.Already(Closing), Later, EndReason.CourseCloses },
            { new CourseEnd.At(Closing), new CourseEnd.Never(), null, EndReason.CourseNeverCloses },
            { new CourseEnd.Never(), new CourseEnd.At(Later), null, EndReason.CourseNeverCloses },
            { new CourseEnd.At(Closing), new CourseEnd.Undecidable(), null, EndReason.CourseUndecidable },
            { new CourseEnd.Never(), new CourseEnd.Undecidable(), null, EndReason.CourseUndecidable },
        };

    [Theory]
    [MemberData(nameof(Ends))]
    public void Disk_EndsWithTheLastOfTheCourses(CourseEnd own, CourseEnd further, DateTimeOffset? at, EndReason reason) =>
        Assert.Equal(new Ending(at, reason), EndOfRecording.Of(First with { Course = own, FurtherEnds = [further] }, Pack));

    [Theory]
    [InlineData(-30)]
    [InlineData(-7)]
    [InlineData(-1)]
    public void FirstCourse_BeforeItCloses_ItsPeopleAreWarnedOfThat(int days)
    {
        var due = At(First, Closing.AddDays(days));
        Assert.Equal((Step.Warn, Closing), (due.Step, due.EndsAt));
        // The whole ends later, and has warnings of its own.
        Assert.Equal((Step.Warn, Later), (At(FirstGone, Later.AddDays(days)).Step, At(FirstGone, Later.AddDays(days)).EndsAt));
    }

    [Fact]
    public void FirstCourse_AtItsClosing_LosesItsCopyOnly()
    {
        var warned = First with { Warnings = Warned(Closing) };
        Assert.Equal(Step.NothingUntil, At(warned, Closing).Step);
        Assert.Equal((Step.OrderDeletion, Closing), (At(warned, Closing + Tick).Step, At(warned, Closing + Tick).EndsAt));

        var ordered = warned with { OrderedFor = Closing };
        Assert.Equal((Step.DeleteCopy, InCourse), (At(ordered, Closing + Tick).Step, At(ordered, Closing + Tick).Copy));
        var removed = ordered with { Copies = [new(InCourse, CopyState.Removed, InCourse: true), ordered.Copies[1]] };
        Assert.Equal((Step.Verify, InCourse), (At(removed, Closing + Tick).Step, At(removed, Closing + Tick).Copy));
        Assert.Equal(Step.NothingUntil, At(FirstGone with { Warnings = Warned(Closing) }, Closing + Tick).Step);
    }

    [Fact]
    public void FirstCourse_ClosedUnannounced_IsHiddenAtOnceAndItsCopyStaysForTheWarningTime()
    {
        Assert.Equal(
            (Step.Warn, DueReason.EndPassedUnannounced),
            Both(At(First with { State = RecordingState.Unpublished }, Closing + Tick))
        );
        Assert.Equal(Step.Unpublish, At(First, Closing + Tick).Step);
        var told = First with { State = RecordingState.Unpublished, Warnings = [new(Closing, TimeSpan.Zero, Closing + Tick)] };
        Assert.Equal((Step.NothingUntil, DueReason.WaitsForWarning), Both(At(told, Closing.AddDays(6))));
        Assert.Equal(Step.OrderDeletion, At(told, Closing.AddDays(8)).Step);
    }

    [Fact]
    public void FirstCourse_Held_KeepsItsCopyHidden()
    {
        var held = First with { Held = true, Warnings = Warned(Closing) };
        Assert.Equal(Step.Unpublish, At(held, Closing + Tick).Step);
        Assert.Equal(Step.NothingUntil, At(held with { State = RecordingState.Unpublished }, Closing.AddDays(60)).Step);
    }

    [Fact]
    public void FirstCourse_ClosedAndOpenedAgain_IsPublishedAgain() =>
        Assert.Equal(
            (Step.Publish, DueReason.TeacherPublishes),
            Both(At(FirstGone with { Course = new CourseEnd.At(Closing.AddDays(40)), FuseAt = null }, Closing.AddDays(3)))
        );

    [Fact]
    public void FirstCourse_OutlastingTheFurther_HasOneEnd()
    {
        var due = At(First with { FurtherEnds = [new CourseEnd.At(Closing.AddDays(-30))], Warnings = Warned(Closing) }, Closing + Tick);
        Assert.Equal((Step.OrderDeletion, Closing), (due.Step, due.EndsAt));
    }

    [Fact]
    public void CaseRecord_InTheFirstCourse_GoesFromThereWithoutTheArchive()
    {
        var record = First with
        {
            Plan = new RetentionPlan.WhileCourseIsOpen { End = RetentionEnd.ArchiveThenDelete },
            Warnings = Warned(Closing),
        };
        Assert.Equal(Step.OrderDeletion, At(record, Closing + Tick).Step);
        Assert.Equal(Step.HandOver, At(FirstGone with { Plan = record.Plan, Warnings = Warned(Later) }, Later + Tick).Step);
    }

    [Fact]
    public void FurtherCourse_HasNothingToDoWithTheMeeting()
    {
        var facts = Further with { RightGiven = true, NoticeOutdated = true, NoticeChangeUntold = true, NoticePublishedAt = null };
        Assert.Equal(Step.NothingUntil, At(facts, End.AddDays(1)).Step);
    }

    [Fact]
    public void FurtherCourse_EndsWithItself()
    {
        Assert.Equal((Step.Unpublish, DueReason.ConsentWithdrawn), Both(At(Further with { Restricted = true }, End.AddDays(1))));
        Assert.Equal(Step.OrderDeletion, At(Further with { Warnings = Warned(Later) }, Later + Tick).Step);
    }

    [Fact]
    public void FurtherCourse_WithoutACopyYet_IsPublishedAndEnds()
    {
        var waiting = Further with { State = RecordingState.Registered, Copies = [], FuseAt = null };
        Assert.Equal(Step.Publish, At(waiting, End.AddDays(1)).Step);
        var ended = waiting with { Warnings = Warned(Later), OrderedFor = Later };
        Assert.Equal((Step.Verify, DueReason.Finished), Both(At(ended, Later + Tick)));
    }

    private static System.Collections.Immutable.ImmutableArray<WarningGiven> Warned(DateTimeOffset end) =>
        [.. new[] { 30, 7, 1 }.Select(days => new WarningGiven(end, TimeSpan.FromDays(days), end.AddDays(-days)))];

    private static DueStep At(RecordingFacts facts, DateTimeOffset now) => NextStep.For(facts, Pack, now);

    private static (Step, DueReason) Both(DueStep due) => (due.Step, due.Reason);
}
