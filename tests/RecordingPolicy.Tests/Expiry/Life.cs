using RecordingPolicy.Expiry;
using RecordingPolicy.Packs;

namespace RecordingPolicy.Tests.Expiry;

/// <summary>A lecture at the stations of its life, and what is due there: the tests' shared facts.</summary>
internal static class Life
{
    public static readonly PolicyPack Pack = ShippedPacks.Lund;
    public static readonly DateTimeOffset Start = new(2026, 9, 7, 8, 15, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset End = Start.AddMinutes(105);
    public static readonly DateTimeOffset Closing = new(2027, 1, 17, 22, 59, 59, TimeSpan.Zero);

    /// <summary>The smallest step of a stored instant.</summary>
    public static readonly TimeSpan Tick = TimeSpan.FromMicroseconds(1);

    public static readonly RecordingFacts Approved = new()
    {
        State = RecordingState.Expected,
        Approved = true,
        StartsAt = Start,
        EndsAt = End,
        Plan = new RetentionPlan.WhileCourseIsOpen(),
        Course = new CourseEnd.At(Closing),
    };

    public static readonly RecordingFacts Ready = Approved with { NoticePublishedAt = Start.AddDays(-1), RightGiven = true };

    public static readonly RecordingFacts Registered = Ready with
    {
        State = RecordingState.Registered,
        RightGiven = false,
        StartedAt = Start,
        EndedAt = End,
        NoticePostedAt = Start,
        Copies = [new(Guid.NewGuid(), CopyState.Present), new(Guid.NewGuid(), CopyState.Present)],
    };

    public static readonly RecordingFacts Published = Registered with
    {
        State = RecordingState.Published,
        PublicationWanted = true,
        FuseAt = Closing,
        Copies = [new(Guid.NewGuid(), CopyState.Present, InCourse: true), .. Registered.Copies],
    };

    /// <summary>Published, and everyone told at these days before the closing.</summary>
    public static RecordingFacts Warned(params int[] days) =>
        Published with
        {
            Warnings = [.. days.Select(day => new WarningGiven(Closing, TimeSpan.FromDays(day), Closing.AddDays(-day)))],
        };

    public static DueStep At(RecordingFacts facts, DateTimeOffset now) => NextStep.For(facts, Pack, now);

    public static (Step Step, DueReason Reason) Both(DueStep due) => (due.Step, due.Reason);
}
