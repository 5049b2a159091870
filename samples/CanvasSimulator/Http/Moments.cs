using System.Globalization;

namespace CanvasSimulator.Http;

/// <summary>Moments as Canvas writes them: UTC, whole seconds.</summary>
internal static class Moments
{
    public static string Iso(this DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string? Iso(this DateTimeOffset? moment) => moment?.Iso();
}
