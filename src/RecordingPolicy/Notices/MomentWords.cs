using System.Globalization;
using RecordingPolicy.Packs;

namespace RecordingPolicy.Notices;

/// <summary>Moments as people read them: weekday, day, time, zone (design.md 7).</summary>
internal static class MomentWords
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static LocalizedText Of(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var local = LocalTime.Of(moment, zone);
        return new(
            local.ToString("dddd d MMMM yyyy 'kl.' HH':'mm", Swedish) + $" ({zone.Id})",
            local.ToString("dddd d MMMM yyyy 'at' HH':'mm", English) + $" ({zone.Id})"
        );
    }

    /// <summary>From one moment to another; the day is said once where both have the same.</summary>
    public static LocalizedText Between(DateTimeOffset from, DateTimeOffset to, TimeZoneInfo zone)
    {
        var (start, end) = (LocalTime.Of(from, zone), LocalTime.Of(to, zone));
        if (start.Date != end.Date)
        {
            var (first, last) = (Of(from, zone), Of(to, zone));
            return new($"{first.Sv} – {last.Sv}", $"{first.En} – {last.En}");
        }
        var until = end.ToString("HH':'mm", CultureInfo.InvariantCulture);
        return new(
            start.ToString("dddd d MMMM yyyy 'kl.' HH':'mm", Swedish) + $"–{until} ({zone.Id})",
            start.ToString("dddd d MMMM yyyy 'at' HH':'mm", English) + $"–{until} ({zone.Id})"
        );
    }
}
