using RecordingPolicy.Expiry;
using static RecordingPolicy.Tests.Expiry.Life;

namespace RecordingPolicy.Tests.Expiry;

/// <summary>No end, or none that holds: a person is asked, and nothing is guessed.</summary>
public sealed class NoEndTests
{
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
    public void NoEndAnywhere_ForAMeetingThatNobodyDecidedOn_IsAskedAbout()
    {
        var undecided = Registered with { Plan = new RetentionPlan.Undecided(), Course = null };
        var first = Pack.AfterCalendar(End, Pack.OpenCourseReview.After);

        Assert.Equal((Step.AskForDate, DueReason.NoEnd), Both(At(undecided, first)));
        Assert.Equal(End.AddDays(90), EndOfRecording.Of(undecided with { ExtendedUntil = End.AddDays(90) }, Pack).At);
        // What belongs to no decision is justified or deleted: no date stands in for that.
        Assert.Null(EndOfRecording.Of(undecided with { Plan = null, ExtendedUntil = End.AddDays(90) }, Pack).At);
    }

    [Fact]
    public void Undecidable_WithADateOfAPerson_IsKeptAllTheSame() =>
        Assert.Null(EndOfRecording.Of(Registered with { Course = new CourseEnd.Undecidable(), ExtendedUntil = End.AddDays(90) }, Pack).At);

    [Fact]
    public void CourseBeyondTheCeiling_IsAskedAbout_NotGuessed()
    {
        var ceiling = Pack.AfterCalendar(End, Pack.LongestRetention);
        Assert.Equal(EndReason.CourseCloses, EndOfRecording.Of(Registered with { Course = new CourseEnd.At(ceiling) }, Pack).Reason);
        var beyond = Registered with { Course = new CourseEnd.At(ceiling.AddDays(1)) };
        Assert.Equal((Step.AskForDate, DueReason.EndContradicted), Both(At(beyond, End.AddDays(1))));
        Assert.Equal(EndReason.CourseCloses, EndOfRecording.Of(beyond with { CeilingLifted = true }, Pack).Reason);
    }
}
