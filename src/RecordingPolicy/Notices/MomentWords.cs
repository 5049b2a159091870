using System.Globalization;
using RecordingPolicy.Packs;

namespace RecordingPolicy.Notices;

/// <summary>Moments as people read them: weekday, day, time, zone (design.md 7).</summary>
public static class MomentWords
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>"Sunday 17 January 2027 at 23:59 (Swedish time)".</summary>
    public static LocalizedText Of(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var local = LocalTime.In(moment, zone);
        return Zoned(Day(local), local, zone);
    }

    /// <summary>From one moment to another; the day is said once where both have the same.</summary>
    public static LocalizedText Between(DateTimeOffset from, DateTimeOffset to, TimeZoneInfo zone)
    {
        var (start, end) = (LocalTime.In(from, zone), LocalTime.In(to, zone));
        if (start.Date != end.Date)
        {
            var (first, last) = (Of(from, zone), Of(to, zone));
            return new($"{first.Sv} – {last.Sv}", $"{first.En} – {last.En}");
        }
        var begins = Day(start);
        return Zoned(new(begins.Sv + end.ToString("–HH'.'mm", Swedish), begins.En + end.ToString("–HH':'mm", English)), end, zone);
    }

    /// <summary>What the zone is called at a moment of its own; the hour that occurs twice in autumn keeps its two names.</summary>
    public static LocalizedText Zone(DateTimeOffset local, TimeZoneInfo zone)
    {
        if (zone.Id is "Europe/Stockholm" && !zone.IsAmbiguousTime(local))
            return new("svensk tid", "Swedish time");
        var (sign, offset) = (local.Offset < TimeSpan.Zero ? "−" : "+", local.Offset.Duration());
        return LocalizedText.Same(offset.Minutes == 0 ? $"UTC{sign}{offset.Hours}" : $"UTC{sign}{offset.Hours}:{offset.Minutes:00}");
    }

    private static LocalizedText Day(DateTimeOffset local) =>
        new(local.ToString("dddd d MMMM yyyy 'kl.' HH'.'mm", Swedish), local.ToString("dddd d MMMM yyyy 'at' HH':'mm", English));

    private static LocalizedText Zoned(LocalizedText said, DateTimeOffset local, TimeZoneInfo zone)
    {
        var name = Zone(local, zone);
        return new($"{said.Sv} ({name.Sv})", $"{said.En} ({name.En})");
    }
}
