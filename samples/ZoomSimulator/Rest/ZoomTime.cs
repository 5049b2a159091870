using System.Globalization;

namespace ZoomSimulator.Rest;

/// <summary>Moments as Zoom writes them: UTC, whole seconds, a Z.</summary>
internal static class ZoomTime
{
    public static string Text(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
