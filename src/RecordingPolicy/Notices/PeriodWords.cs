using System.Globalization;
using RecordingPolicy.Packs;

namespace RecordingPolicy.Notices;

/// <summary>Periods as people say them: "1 year and 6 months".</summary>
public static class PeriodWords
{
    /// <summary>A period in both languages: its units that are not zero, the longest first.</summary>
    public static LocalizedText Of(CalendarPeriod period) =>
        LocalizedText.List([
            .. new (int Count, string Unit)[]
            {
                (period.Years, "year"),
                (period.Months, "month"),
                (period.Weeks, "week"),
                (period.Days, "day"),
                (period.Hours, "hour"),
                (period.Minutes, "minute"),
                (period.Seconds, "second"),
            }
                .Where(part => part.Count > 0)
                .Select(part => Counted(part.Count, part.Unit)),
        ]);

    private static LocalizedText Counted(int count, string unit) =>
        Texts
            .Notice[count is 1 ? $"unit.{unit}" : $"unit.{unit}s"]
            .Format(LocalizedText.Same(count.ToString(CultureInfo.InvariantCulture)));
}
