using System.Text.Json;
using System.Text.RegularExpressions;
using RecordingPolicy.Packs;

namespace Campus.Clock;

/// <summary>Where to move the clock: by a period on the calendar, or to an instant.</summary>
public sealed partial class ClockMove
{
    private static readonly DateTimeOffset Latest = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");
    private readonly Func<DateTimeOffset, DateTimeOffset> target;

    private ClockMove(Func<DateTimeOffset, DateTimeOffset> target) => this.target = target;

    /// <summary>Reads <c>{"advance": "P31D"}</c> or <c>{"to": "2026-09-07T10:15:00+02:00"}</c>.</summary>
    /// <exception cref="FormatException">It is neither; the message says what it takes.</exception>
    public static ClockMove Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new() { AllowDuplicateProperties = false, MaxDepth = 32 });
            if (document.RootElement is { ValueKind: JsonValueKind.Object } body && body.EnumerateObject().ToArray() is [var only])
            {
                var text = only.Value.ValueKind is JsonValueKind.String ? only.Value.GetString()! : "";
                if (only.Name == "advance" && By(text) is { } by)
                    return by;
                if (only.Name == "to" && To(text) is { } to)
                    return to;
            }
        }
        catch (JsonException) { }
        throw new FormatException(
            "Give either \"advance\", an ISO 8601 duration (P31D, PT90M), or \"to\", an ISO 8601 instant with its offset."
        );
    }

    /// <summary>A move by a period, on the calendar of the campus's time zone; null where the text is none.</summary>
    public static ClockMove? By(string text) => CalendarPeriod.TryParse(text) is { } period ? new(now => period.AddTo(now, Zone)) : null;

    /// <summary>A move to an instant; null where the text is none, or names no offset.</summary>
    public static ClockMove? To(string text) =>
        Instant().IsMatch(text) && DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var instant)
            ? new(_ => instant)
            : null;

    /// <summary>Where the clock goes from <paramref name="now"/>.</summary>
    /// <exception cref="FormatException">It would go back, or beyond the year 2199.</exception>
    public DateTimeOffset From(DateTimeOffset now)
    {
        var to = target(now);
        if (to < now)
            throw new FormatException("The clock is never moved back.");
        return to < Latest ? to : throw new FormatException("The clock goes no further than the year 2199.");
    }

    [GeneratedRegex(
        @"\A\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?(Z|[+-]\d{2}:\d{2})\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Instant();
}
