using System.Globalization;
using System.Text.Json.Serialization;

namespace ZoomConnector.Meetings;

/// <summary>
/// A meeting's number, the same for every time it is held; see <see cref="MeetingUuid"/> for one time. Larger than 32 bits. Zoom writes
/// it as a number or as text (facts/zoom.md 1.1).
/// </summary>
/// <param name="Value">The number, above 0.</param>
[JsonConverter(typeof(MeetingIdConverter))]
public readonly record struct MeetingId(long Value)
{
    /// <summary>Reads a number written in digits; null when it isn't one.</summary>
    public static MeetingId? TryParse(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0 ? new MeetingId(value) : null;

    /// <summary>The digits.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
