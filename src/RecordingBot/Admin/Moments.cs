using System.Globalization;
using RecordingPolicy;

namespace RecordingBot.Admin;

/// <summary>Moments and days as people read them: weekday first, and the zone with each time (design.md 7).</summary>
public static class Moments
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>"Sunday 17 January 2027 at 23:59 (Swedish time)".</summary>
    public static LocalizedText Say(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        var name = Zone(local, zone);
        return new(
            string.Create(Swedish, $"{local:dddd d MMMM yyyy} kl. {local:HH.mm} ({name.Sv})"),
            string.Create(English, $"{local:dddd d MMMM yyyy} at {local:HH:mm} ({name.En})")
        );
    }

    /// <summary>"Sun 17 Jan 2027, 23:59": for tables that name the zone once.</summary>
    public static LocalizedText Brief(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        return new(
            string.Create(Swedish, $"{local:ddd d MMM yyyy} {local:HH.mm}"),
            string.Create(English, $"{local:ddd d MMM yyyy}, {local:HH:mm}")
        );
    }

    /// <summary>"Sunday 17 January 2027".</summary>
    public static LocalizedText SayDay(DateOnly day) =>
        new(day.ToString("dddd d MMMM yyyy", Swedish), day.ToString("dddd d MMMM yyyy", English));

    /// <summary>What the zone is called at that moment; the hour that occurs twice in autumn keeps its two names.</summary>
    public static LocalizedText Zone(DateTimeOffset local, TimeZoneInfo zone)
    {
        if (zone.Id is "Europe/Stockholm" && !zone.IsAmbiguousTime(local))
            return new("svensk tid", "Swedish time");
        var (sign, offset) = (local.Offset < TimeSpan.Zero ? "−" : "+", local.Offset.Duration());
        return LocalizedText.Same(offset.Minutes == 0 ? $"UTC{sign}{offset.Hours}" : $"UTC{sign}{offset.Hours}:{offset.Minutes:00}");
    }
}
