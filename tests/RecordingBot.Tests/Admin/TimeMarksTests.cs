using System.Globalization;
using RecordingBot.Admin;

namespace RecordingBot.Tests.Admin;

public sealed class TimeMarksTests
{
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    [Theory]
    [InlineData("2026-11-18", "2026-12-09", "23 Nov|30 Nov|7 Dec")]
    [InlineData("2026-10-15", "2027-02-15", "Nov|Dec|Jan 2027|Feb")]
    [InlineData("2026-02-10", "2027-01-20", "Mar|May|Jul|Sept|Nov|Jan 2027")]
    [InlineData("2024-05-01", "2029-05-01", "2025|2026|2027|2028|2029")]
    public void Scale_OfAStretch_IsWeeksMonthsOrYears(string from, string to, string labels)
    {
        var line = new TimeLine(Day(from), Day(to), Day(from));

        var marks = TimeMarks.Of(line, Stockholm, CultureInfo.GetCultureInfo("en-GB"));

        Assert.Equal(labels.Split('|'), marks.Select(mark => mark.Label));
        Assert.All(marks, mark => Assert.Equal(TimeSpan.Zero, TimeZoneInfo.ConvertTime(mark.At, Stockholm).TimeOfDay));
    }

    [Fact]
    public void Scale_OfAnyStretch_HasRoomForItsLabels()
    {
        var from = Day("2026-01-15");
        for (var days = 1; days < 4000; days += 3)
            Assert.InRange(TimeMarks.Of(new(from, from.AddDays(days), from), Stockholm, CultureInfo.InvariantCulture).Count, 0, 8);
    }

    private static DateTimeOffset Day(string day) => DateTimeOffset.Parse(day + "T12:00:00Z", CultureInfo.InvariantCulture);
}
