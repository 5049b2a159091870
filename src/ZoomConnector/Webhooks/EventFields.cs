using System.Globalization;
using System.Text.Json;
using ZoomConnector.Meetings;

namespace ZoomConnector.Webhooks;

/// <summary>Reads fields that may be missing, null or of another type: then the answer is null.</summary>
internal static class EventFields
{
    public static JsonElement Child(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var child) ? child : default;

    public static string? Text(this JsonElement element, string name)
    {
        var child = element.Child(name);
        try
        {
            return child.ValueKind == JsonValueKind.String ? child.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // half a surrogate pair is no text
        }
    }

    /// <summary>As <see cref="Text"/>; Zoom writes "not told" as the empty text in places.</summary>
    public static string? FilledText(this JsonElement element, string name) => element.Text(name) is { Length: > 0 } text ? text : null;

    public static long? Number(this JsonElement element, string name)
    {
        var child = element.Child(name);
        return child.ValueKind == JsonValueKind.Number && child.TryGetInt64(out var number) ? number : null;
    }

    public static DateTimeOffset? Moment(this JsonElement element, string name) =>
        DateTimeOffset.TryParse(
            element.Text(name),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var moment
        )
            ? moment
            : null;

    public static DateTimeOffset? MomentOfMilliseconds(this JsonElement element, string name) =>
        element.Number(name) is { } milliseconds and >= 0 and < 253_402_300_800_000
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;

    /// <summary>A meeting's number, which some events write as a number and others as text.</summary>
    public static MeetingId? MeetingId(this JsonElement element, string name) =>
        element.Number(name) is { } number and > 0 ? new MeetingId(number) : Meetings.MeetingId.TryParse(element.Text(name));

    public static MeetingUuid? MeetingUuid(this JsonElement element, string name) =>
        element.Text(name) is { Length: > 0 and <= 255 } text ? new MeetingUuid(text) : null;

    /// <summary>A list's items; none where it isn't a list.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement list) =>
        list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : Enumerable.Empty<JsonElement>();

    /// <summary>An instance that stands in a list by itself.</summary>
    public static MeetingUuid? AsUuid(JsonElement item)
    {
        try
        {
            return item.ValueKind == JsonValueKind.String && item.GetString() is { Length: > 0 and <= 255 } text
                ? new MeetingUuid(text)
                : null;
        }
        catch (InvalidOperationException)
        {
            return null; // half a surrogate pair is no text
        }
    }
}
