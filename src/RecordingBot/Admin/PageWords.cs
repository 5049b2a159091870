using System.Globalization;
using RecordingBot.Hosting;
using RecordingBot.Packs;
using RecordingBot.Recordings;
using RecordingPolicy;
using RecordingPolicy.Notices;
using RecordingPolicy.Packs;

namespace RecordingBot.Admin;

/// <summary>The words of a page in the reader's language; moments in the institution's time zone.</summary>
public sealed class PageWords(ActivePack active, TimeProvider clock)
{
    private const long Kilo = 1000;

    /// <summary>A text of <c>Resources/Pages.resx</c>.</summary>
    public string this[string key] => Say(BothLanguages.Pages[key]);

    /// <summary>A text with its places filled in.</summary>
    public string Say(string key, params string[] values) => Say(BothLanguages.Pages.Say(key, [.. values.Select(LocalizedText.Same)]));

    /// <summary>A text in the reader's language.</summary>
    public string Say(LocalizedText text) => text.In(Language.Current);

    /// <summary>A moment with weekday, time and zone.</summary>
    public string At(DateTimeOffset instant) => Say(MomentWords.Of(instant, active.Pack.TimeZone));

    /// <summary>A moment for a table that names the zone once.</summary>
    public string Brief(DateTimeOffset instant) => Say(Moments.Brief(instant, active.Pack.TimeZone));

    /// <summary>What the zone is called at a moment, for a table's caption.</summary>
    public string Zone(DateTimeOffset instant) =>
        Say(MomentWords.Zone(TimeZoneInfo.ConvertTime(instant, active.Pack.TimeZone), active.Pack.TimeZone));

    /// <summary>The day of a moment, short: "Sun 17 Jan 2027".</summary>
    public string Day(DateTimeOffset instant) => active.Pack.DayOf(instant).ToString("ddd d MMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>A day with its weekday.</summary>
    public string Day(DateOnly day) => Say(Moments.SayDay(day));

    /// <summary>A stretch of time by its first and last day; by its first alone where it has no end.</summary>
    public string Stretch(DateTimeOffset from, DateTimeOffset? end) =>
        end is { } last ? Say("Time_FromTo", Day(from), Day(last)) : Say("Time_NoEnd", Day(from));

    /// <summary>How long ago a moment was, in days of the calendar: "today", "yesterday", "5 days ago".</summary>
    public string Ago(DateTimeOffset instant) =>
        (active.Pack.DayOf(clock.GetUtcNow()).DayNumber - active.Pack.DayOf(instant).DayNumber) switch
        {
            <= 0 => this["Ago_Today"],
            1 => this["Ago_Yesterday"],
            var days => Say("Ago_Days", days.ToString(CultureInfo.CurrentCulture)),
        };

    /// <summary>An ISO 8601 duration as people say it: "6 months".</summary>
    public string Period(string iso) => CalendarPeriod.TryParse(iso) is { } period ? Say(PeriodWords.Of(period)) : iso;

    /// <summary>A name of the wire, such as a state or a place, in words.</summary>
    public string Name(string kind, string name) => this[$"{kind}_{name}"];

    /// <summary>What a hold is for, why it was set, and when it is looked at again.</summary>
    public string Held(HoldView hold)
    {
        var words = hold.Kind is { } kind ? $"{Name("HoldKind", kind)}: {hold.Reason}" : hold.Reason;
        return hold.ReviewOn is { } review ? $"{words} {Say("Hold_Review", Day(review))}" : words;
    }

    /// <summary>A size as people read it, in powers of ten.</summary>
    public static string Size(long bytes) =>
        bytes < Kilo ? $"{bytes} B"
        : bytes < Kilo * Kilo ? $"{bytes / (double)Kilo:0.#} kB"
        : bytes < Kilo * Kilo * Kilo ? $"{bytes / (double)(Kilo * Kilo):0.#} MB"
        : $"{bytes / (double)(Kilo * Kilo * Kilo):0.#} GB";
}
