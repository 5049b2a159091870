using RecordingPolicy.Expiry;
using static RecordingPolicy.Tests.Expiry.Life;

namespace RecordingPolicy.Tests.Expiry;

/// <summary>What was there before governance began is listed, and nothing else: no question, no warning, no clock, and never a removal.</summary>
public sealed class InventoryTests
{
    private static readonly DateTimeOffset[] Moments =
    [
        Start.AddYears(-3),
        Start,
        End + Tick,
        Closing.AddDays(-7),
        Closing + Tick,
        Closing.AddDays(8),
        Closing.AddYears(9),
    ];

    public static TheoryData<string> Stations => [.. Facts.Keys];

    /// <summary>At each of these something is due, for a recording that is governed.</summary>
    private static readonly Dictionary<string, RecordingFacts> Facts = new(StringComparer.Ordinal)
    {
        ["approved"] = Approved,
        ["right given"] = Ready,
        ["registered"] = Registered,
        ["published"] = Published,
        ["warned"] = Warned(30, 7, 1),
        ["unexplained"] = Registered with { Approved = false, Plan = null },
        ["unapproved"] = Registered with { Approved = false, Plan = null, UnapprovedSince = End },
        ["asked to go"] = Registered with { DeletionAskedAt = End },
        ["ordered"] = Warned(30, 7, 1) with { OrderedFor = Closing },
        ["removed"] = Registered with { OrderedFor = Closing, Copies = [new(Guid.NewGuid(), CopyState.Removed)] },
        ["without an end"] = Registered with { Course = new CourseEnd.Never() },
        ["withdrawn"] = Published with { Restricted = true },
        ["publication waits"] = Registered with { PublicationWanted = true, PublicationWaitsUntil = End.AddDays(1) },
        ["announced"] = Registered with { Announcement = AnnouncementDue.Take },
        ["held"] = Published with { Held = true },
    };

    [Theory]
    [MemberData(nameof(Stations))]
    public void Inventory_WhateverIsKnownOfIt_IsLeftAloneForEver(string station)
    {
        var facts = Facts[station] with { IsInventory = true };

        foreach (var now in Moments)
            Assert.Equal(new DueStep(Step.NothingUntil, DateTimeOffset.MaxValue, DueReason.Inventory), At(facts, now));
    }

    [Fact]
    public void Inventory_WithAnyFacts_IsNeverRemoved()
    {
        var dice = new Random(20270118);
        var all = Facts.Values.ToArray();
        for (var round = 0; round < 20_000; round++)
        {
            var (one, other) = (all[dice.Next(all.Length)], all[dice.Next(all.Length)]);
            var facts = one with
            {
                IsInventory = true,
                State = other.State,
                Copies = other.Copies,
                Warnings = [.. one.Warnings, .. other.Warnings],
                OrderedFor = dice.Next(2) == 0 ? one.OrderedFor : other.OrderedFor,
                DeletionAskedAt = other.DeletionAskedAt,
                UnapprovedSince = other.UnapprovedSince,
                RemovalPaused = dice.Next(2) == 0,
                IsFurther = dice.Next(4) == 0,
            };

            Assert.Equal(Step.NothingUntil, At(facts, Start.AddDays(dice.Next(-1000, 4000))).Step);
        }
    }

    [Fact]
    public void TakenIn_FromZoomsCloud_HasItsWholeTimeFromThenHoweverOldItIs()
    {
        var taken = End.AddYears(3);
        var facts = Facts["unapproved"] with { UnapprovedSince = taken };

        Assert.Equal(new Ending(Pack.AfterCalendar(taken, Pack.MinimumWarning), EndReason.NotApproved), EndOfRecording.Of(facts, Pack));
        Assert.Equal(Step.Warn, At(facts, taken).Step);
    }

    [Fact]
    public void TakenIn_UnderADecisionWhoseCourseHasLongClosed_IsToldOfFirstAndKeptAWeek()
    {
        var taken = Closing.AddMonths(6);

        Assert.Equal((Step.Warn, DueReason.EndPassedUnannounced), Both(At(Registered, taken)));
        var told = Registered with { Warnings = [new(Closing, TimeSpan.Zero, taken)] };
        Assert.Equal(Step.NothingUntil, At(told, taken.AddDays(7) - Tick).Step);
        Assert.Equal(Step.OrderDeletion, At(told, taken.AddDays(7)).Step);
    }
}
