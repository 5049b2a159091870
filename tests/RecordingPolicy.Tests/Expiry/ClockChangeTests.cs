using RecordingPolicy.Expiry;

namespace RecordingPolicy.Tests.Expiry;

/// <summary>
/// The two days of 2026 on which the clocks change, minute by minute in four time zones: an end in any of those minutes is warned of and served at
/// its right moment, whatever the clocks on the wall do meanwhile.
/// </summary>
public sealed class ClockChangeTests
{
    private static readonly int[] Days = [30, 7, 1];

    public static TheoryData<string, string> Changes
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var zone in new[] { "Europe/Stockholm", "Europe/London", "Europe/Helsinki", "Atlantic/Azores" })
            {
                all.Add(zone, "2026-03-29");
                all.Add(zone, "2026-10-25");
            }
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void AnEnd_InAnyMinute_IsWarnedOfAtItsTimeOfDayAndServedJustAfterIt(string zone, string day)
    {
        var pack = ShippedPacks.LundWith($"timeZone: {zone}");
        foreach (var end in Minutes(day))
        {
            var facts = Of(end);
            var told = facts;
            foreach (var days in Days)
            {
                var moment = Earlier(end, days, pack.TimeZone);
                Assert.NotEqual(Step.Warn, NextStep.For(told, pack, moment - Life.Tick).Step);
                var due = NextStep.For(told, pack, moment);
                Assert.Equal((Step.Warn, moment, end), (due.Step, due.At, due.EndsAt));
                told = told with { Warnings = told.Warnings.Add(new(end, due.Before!.Value, moment)) };
                Assert.Equal(Step.NothingUntil, NextStep.For(told, pack, moment).Step);
            }
            Assert.Equal(Step.NothingUntil, NextStep.For(told, pack, end).Step);
            Assert.Equal(Step.OrderDeletion, NextStep.For(told, pack, end + Life.Tick).Step);
        }
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void ATelling_InAnyMinute_GivesAWholeWeekOfTheCalendar(string zone, string day)
    {
        var pack = ShippedPacks.LundWith($"timeZone: {zone}");
        foreach (var told in Minutes(day))
        {
            // Closed by hand just before; and the week that ends on that day.
            foreach (var at in new[] { told, told.AddDays(-7) })
            {
                var end = at.AddHours(-1);
                var facts = Of(end) with
                {
                    Course = new CourseEnd.Already(end),
                    State = RecordingState.Unpublished,
                    Warnings = [new(end, TimeSpan.Zero, at)],
                };
                var waits = NextStep.For(facts, pack, at);
                Assert.Equal((Step.NothingUntil, DueReason.WaitsForWarning), Life.Both(waits));
                Assert.True(Wall(waits.At, pack.TimeZone) >= Wall(at, pack.TimeZone).AddDays(7), $"{at:O} waits until {waits.At:O}");
                Assert.InRange(waits.At - at, TimeSpan.FromDays(7) - TimeSpan.FromHours(1), TimeSpan.FromDays(7) + TimeSpan.FromHours(1));
                Assert.Equal(Step.OrderDeletion, NextStep.For(facts, pack, waits.At).Step);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void Time_GoingThroughTheDay_NeverTakesADecisionBack(string zone, string day)
    {
        var pack = ShippedPacks.LundWith($"timeZone: {zone}");
        var minutes = Minutes(day).ToList();
        var end = minutes[minutes.Count / 2];
        var told = Of(end) with { Warnings = [new(end, TimeSpan.FromDays(30), end.AddDays(-30))] };
        told = told with { Warnings = [.. told.Warnings, new(end, TimeSpan.FromDays(1), end.AddDays(-1).AddHours(-1))] };

        var ended = minutes.Select(now => NextStep.For(told, pack, now).Step is Step.OrderDeletion).ToList();

        Assert.Equal(minutes.Select(now => now > end), ended);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void APlanToThatDay_EndsAtItsLastSecondOnTheWall(string zone, string day)
    {
        var pack = ShippedPacks.LundWith($"timeZone: {zone}");
        var facts = Of(Life.Closing) with { Plan = new RetentionPlan.Until(DateOnly.Parse(day)), Course = null };

        var end = EndOfRecording.Of(facts, pack).At!.Value;

        Assert.Equal(DateOnly.Parse(day).ToDateTime(new(23, 59, 59)), Wall(end, pack.TimeZone));
    }

    /// <summary>Every minute of the day on the wall, with two hours on either side.</summary>
    private static IEnumerable<DateTimeOffset> Minutes(string day)
    {
        var midnight = new DateTimeOffset(DateOnly.Parse(day).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return Enumerable.Range(-4 * 60, (24 + 6) * 60).Select(minute => midnight.AddMinutes(minute));
    }

    private static RecordingFacts Of(DateTimeOffset end) =>
        Life.Registered with
        {
            StartsAt = end.AddDays(-60),
            EndsAt = end.AddDays(-60),
            StartedAt = end.AddDays(-60),
            EndedAt = end.AddDays(-60),
            Course = new CourseEnd.At(end),
        };

    /// <summary>The same time on the wall so many days earlier: an hour later where that time is skipped, the first of two where it comes twice.</summary>
    private static DateTimeOffset Earlier(DateTimeOffset instant, int days, TimeZoneInfo zone)
    {
        var wall = Wall(instant, zone).AddDays(-days);
        var guess = new DateTimeOffset(wall, TimeSpan.Zero) - zone.GetUtcOffset(instant);
        // The instants that show this time, looked for rather than reckoned.
        var hits = Enumerable.Range(-2, 5).Select(hours => guess.AddHours(hours)).Where(one => Wall(one, zone) == wall).ToList();
        return hits.Count > 0 ? hits[0] : Earlier(instant.AddHours(1), days, zone);
    }

    private static DateTime Wall(DateTimeOffset instant, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;
}
