using System.Globalization;
using RecordingPolicy;

namespace RecordingBot.Admin;

/// <summary>Moments and days in tables and lists; where there is room they are said in full, by <see cref="RecordingPolicy.Notices.MomentWords"/>.</summary>
public static class Moments
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

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
}
