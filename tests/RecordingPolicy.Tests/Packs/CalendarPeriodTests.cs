using System.Globalization;
using RecordingPolicy.Packs;

namespace RecordingPolicy.Tests.Packs;

public sealed class CalendarPeriodTests
{
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    [Theory]
    [InlineData("2026-09-07T12:00:00+02:00", "P30D", "2026-10-07T12:00:00+02:00")]
    // Over the autumn change the clock shows the same time, and an hour more has gone by.
    [InlineData("2026-10-24T12:00:00+02:00", "P1D", "2026-10-25T12:00:00+01:00")]
    [InlineData("2026-10-24T12:00:00+02:00", "PT24H", "2026-10-25T11:00:00+01:00")]
    // Over the spring change it is an hour less.
    [InlineData("2027-03-27T12:00:00+01:00", "P1D", "2027-03-28T12:00:00+02:00")]
    [InlineData("2027-03-27T12:00:00+01:00", "PT24H", "2027-03-28T13:00:00+02:00")]
    // 02:30 does not exist on the spring day: it becomes 03:30.
    [InlineData("2027-03-27T02:30:00+01:00", "P1D", "2027-03-28T03:30:00+02:00")]
    // 02:30 comes twice on the autumn day: the first one.
    [InlineData("2026-10-24T02:30:00+02:00", "P1D", "2026-10-25T02:30:00+02:00")]
    // Elapsed time starts from the exact moment, the second 02:30 too.
    [InlineData("2026-10-25T02:30:00+01:00", "PT1H", "2026-10-25T03:30:00+01:00")]
    // A missing day becomes the month's last.
    [InlineData("2027-01-31T10:00:00+01:00", "P1M", "2027-02-28T10:00:00+01:00")]
    [InlineData("2028-02-29T10:00:00+01:00", "P1Y", "2029-02-28T10:00:00+01:00")]
    [InlineData("2027-01-31T10:00:00+01:00", "P1M1D", "2027-03-01T10:00:00+01:00")]
    [InlineData("2026-09-07T12:00:00+02:00", "P1Y2M1W3DT4H5M6S", "2027-11-17T16:05:06+01:00")]
    // The calendar is the zone's, whatever offset the moment came with.
    [InlineData("2026-10-24T23:30:00Z", "P1D", "2026-10-26T01:30:00+01:00")]
    public void AddTo_Moment_FollowsTheCalendarOfTheZone(string from, string period, string expected)
    {
        var moved = CalendarPeriod.Parse(period).AddTo(Moment(from), Stockholm);

        Assert.Equal(Moment(expected), moved);
        Assert.Equal(Moment(expected).Offset, moved.Offset);
    }

    [Theory]
    [InlineData("2027-01-17T23:59:59+01:00", "P30D", "2026-12-18T23:59:59+01:00")]
    [InlineData("2026-10-26T12:00:00+01:00", "P7D", "2026-10-19T12:00:00+02:00")]
    [InlineData("2027-03-31T12:00:00+02:00", "P1M", "2027-02-28T12:00:00+01:00")]
    public void SubtractFrom_Moment_FollowsTheCalendarOfTheZone(string from, string period, string expected) =>
        Assert.Equal(Moment(expected), CalendarPeriod.Parse(period).SubtractFrom(Moment(from), Stockholm));

    [Theory]
    [InlineData("P9999Y")]
    [InlineData("P2147483647Y")]
    [InlineData("P2147483647D")]
    [InlineData("PT2147483647H")]
    public void AddTo_PastTheCalendar_GivesItsLastMoment(string period) =>
        Assert.Equal(DateTimeOffset.MaxValue, CalendarPeriod.Parse(period).AddTo(Moment("2026-09-07T12:00:00+02:00"), Stockholm));

    [Theory]
    [InlineData("P1Y2M3W4DT5H6M7S", "P1Y2M3W4DT5H6M7S")]
    [InlineData("P2W", "P2W")]
    [InlineData("P030D", "P30D")]
    [InlineData("PT36H", "PT36H")]
    [InlineData("P1M", "P1M")]
    [InlineData("PT1M", "PT1M")]
    [InlineData("P0D", "PT0S")]
    public void ToString_OfWhatWasRead_IsIso8601(string text, string expected)
    {
        Assert.Equal(expected, CalendarPeriod.Parse(text).ToString());
        Assert.Equal(CalendarPeriod.Parse(text), CalendarPeriod.Parse(expected));
    }

    [Theory]
    [InlineData("P0D", 0)]
    [InlineData("PT5H", 0)]
    [InlineData("P1D", 0)]
    [InlineData("P1M", 27)]
    [InlineData("P2Y", 671)]
    [InlineData("P1W2D", 8)]
    public void Least_OfAPeriod_IsNeverLongerThanItIs(string text, int days)
    {
        var period = CalendarPeriod.Parse(text);

        Assert.Equal(TimeSpan.FromDays(days), period.Least);
        for (var day = Moment("2026-01-01T02:30:00+01:00"); day < Moment("2028-04-01T00:00:00+02:00"); day = day.AddHours(25))
            Assert.True(period.AddTo(day, Stockholm) - day >= period.Least, day.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Least_OfAPeriodPastTheCalendar_IsStillATime() =>
        Assert.True(CalendarPeriod.Parse("P2147483647Y").Least > TimeSpan.FromDays(3_000_000));

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("1D")]
    [InlineData("-P1D")]
    [InlineData("P-1D")]
    [InlineData("P1.5D")]
    [InlineData("p1d")]
    [InlineData("P1D2M")]
    [InlineData("P1D\n")]
    [InlineData("P2147483648D")]
    public void TryParse_NoPeriod_GivesNull(string text) => Assert.Null(CalendarPeriod.TryParse(text));

    [Theory]
    [InlineData("2027-01-17", "2027-01-17T23:59:59+01:00")]
    [InlineData("2026-10-25", "2026-10-25T23:59:59+01:00")]
    [InlineData("2027-03-28", "2027-03-28T23:59:59+02:00")]
    public void EndOf_Day_IsItsLastSecondInTheZone(string day, string expected) =>
        Assert.Equal(Moment(expected), ShippedPacks.Lund.EndOf(DateOnly.Parse(day, CultureInfo.InvariantCulture)));

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
