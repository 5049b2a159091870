using System.Globalization;
using RestSharp;

namespace ZoomConnector.Http;

/// <summary>
/// Reads when Zoom wants to be asked again: an ISO date-time (facts/zoom.md 3.9); a proxy before it may give seconds, as is usual.
/// </summary>
internal static class RetryTime
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "R"];

    private static readonly string[] Headers = ["Retry-After", "X-RateLimit-Reset"];

    public static DateTimeOffset? Of(RestResponse answer, DateTimeOffset now) =>
        Headers
            .Select(name => answer.Headers?.FirstOrDefault(header => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase)))
            .Select(header => Read(header?.Value, now))
            .FirstOrDefault(moment => moment is not null);

    internal static DateTimeOffset? Read(string? value, DateTimeOffset now)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return now.AddSeconds(seconds);
        return DateTimeOffset.TryParseExact(value, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : null;
    }
}
