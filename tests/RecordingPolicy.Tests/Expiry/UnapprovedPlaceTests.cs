using RecordingPolicy.Expiry;
using static RecordingPolicy.Tests.Expiry.Life;

namespace RecordingPolicy.Tests.Expiry;

/// <summary>What lies where no decision allows it goes by itself, but never before whoever answers for it was told for the pack's shortest time.</summary>
public sealed class UnapprovedPlaceTests
{
    private static readonly DateTimeOffset Seen = End.AddHours(1);

    private static readonly RecordingFacts Unapproved = Registered with
    {
        Approved = false,
        Plan = null,
        RightGiven = false,
        Warnings = [],
        UnapprovedSince = Seen,
    };

    [Fact]
    public void Unapproved_Seen_EndsAfterTheShortestWarning() =>
        Assert.Equal(new Ending(Pack.AfterCalendar(Seen, Pack.MinimumWarning), EndReason.NotApproved), EndOfRecording.Of(Unapproved, Pack));

    [Fact]
    public void Unapproved_Seen_IsWarnedOfAtOnce() => Assert.Equal(Step.Warn, At(Unapproved, Seen).Step);

    [Fact]
    public void Unapproved_WarnedInTime_IsOrderedToGoAfterwards()
    {
        var end = Pack.AfterCalendar(Seen, Pack.MinimumWarning);
        var warned = Unapproved with { Warnings = [new(end, end - Seen, Seen), new(end, TimeSpan.FromDays(1), end.AddDays(-1))] };

        Assert.Equal(Step.NothingUntil, At(warned, end).Step);
        Assert.Equal(Step.OrderDeletion, At(warned, end + Tick).Step);
        Assert.Equal(Step.NothingUntil, At(warned with { Held = true }, end + Tick).Step);
    }

    [Fact]
    public void Unapproved_OfWhichNobodyWasTold_IsKept()
    {
        foreach (var day in Enumerable.Range(0, 400))
            Assert.NotEqual(Step.OrderDeletion, At(Unapproved, Seen.AddDays(day)).Step);
    }

    [Fact]
    public void NothingRecorded_IsWaitedForNoMore() =>
        Assert.Equal(
            (Step.NothingUntil, DueReason.NothingRecorded),
            Both(
                At(Registered with { State = RecordingState.Expected, Copies = [], NothingRecorded = true, EndedAt = End }, End.AddDays(3))
            )
        );
}
