using System.Globalization;

namespace RecordingBot.Admin;

/// <summary>The scale of a <see cref="TimeLine"/>: weeks where it is short, months, and years where it is long.</summary>
internal static class TimeMarks
{
    private const int Most = 7;
    private static readonly int[] MonthSteps = [1, 2, 3, 6, 12, 24, 60, 120];

    /// <summary>At most seven marks, the earliest first.</summary>
    public static IReadOnlyList<TimeMark> Of(TimeLine line, TimeZoneInfo zone, CultureInfo culture)
    {
        var (first, last) = (DayOf(line.From, zone), DayOf(line.To, zone));
        var days = last.DayNumber - first.DayNumber;
        if (days < Most * 7)
            return [.. Mondays(first, last).Select(day => new TimeMark(Instant(day, zone), day.ToString("d MMM", culture)))];
        var step = MonthSteps.FirstOrDefault(months => days / 30.4 < Most * months, MonthSteps[^1]);
        return [.. Months(first, last, step).Select(day => new TimeMark(Instant(day, zone), Name(day, step, culture)))];
    }

    private static IEnumerable<DateOnly> Mondays(DateOnly first, DateOnly last)
    {
        for (var day = first.AddDays((8 - (int)first.DayOfWeek) % 7); day <= last; day = day.AddDays(7))
            yield return day;
    }

    private static IEnumerable<DateOnly> Months(DateOnly first, DateOnly last, int step)
    {
        for (var day = new DateOnly(first.Year, first.Month, 1); day <= last; day = day.AddMonths(1))
        {
            if (day >= first && ((day.Year * 12) + day.Month - 1) % step == 0)
                yield return day;
        }
    }

    /// <summary>The year is said where it begins.</summary>
    private static string Name(DateOnly day, int step, CultureInfo culture) =>
        day.ToString(
            step >= 12 ? "yyyy"
                : day.Month == 1 ? "MMM yyyy"
                : "MMM",
            culture
        );

    private static DateOnly DayOf(DateTimeOffset instant, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    private static DateTimeOffset Instant(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new(midnight, zone.GetUtcOffset(midnight));
    }
}
