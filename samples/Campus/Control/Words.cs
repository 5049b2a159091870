using System.Globalization;
using RecordingBot.Hosting;

namespace Campus.Control;

/// <summary>The language of the control's page: Swedish or English.</summary>
public sealed record Words(bool Swedish)
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    /// <summary>The language's code.</summary>
    public string Code => Swedish ? "sv" : "en";

    /// <summary>What the reader asked for by <c>?lang=</c>, now or before, else by the browser's settings, else English. The bot remembers it likewise.</summary>
    public static Words For(HttpContext context)
    {
        var request = context.Request;
        if (Language.Known(request.Query["lang"]) is { } asked)
        {
            context.Response.Cookies.Append(Language.Cookie, asked, new() { HttpOnly = true, SameSite = SameSiteMode.Lax });
            return new(asked == Language.Swedish);
        }
        var accepted = request.Headers.AcceptLanguage.ToString().StartsWith("sv", StringComparison.OrdinalIgnoreCase);
        return new(Language.Known(request.Cookies[Language.Cookie]) is { } chosen ? chosen == Language.Swedish : accepted);
    }

    /// <summary>The one of two texts that the reader reads.</summary>
    public string Say(string sv, string en) => Swedish ? sv : en;

    /// <summary>An instant with weekday, time and zone.</summary>
    public string Say(DateTimeOffset instant) =>
        TimeZoneInfo
            .ConvertTime(instant, Zone)
            .ToString(Say("dddd d MMMM yyyy 'kl.' HH:mm", "dddd d MMMM yyyy, HH:mm"), CultureInfo.GetCultureInfo(Say("sv-SE", "en-GB")))
        + Say(" (svensk tid)", " (Swedish time)");

    /// <summary>What became of a button; null where nothing is to be said.</summary>
    public string? Outcome(string? said) =>
        said switch
        {
            "moved" => Say(
                "Klockan är flyttad, och allt som skulle hända dessförinnan har hänt.",
                "The clock was moved, and all that was due before has happened."
            ),
            "unsettled" => Say(
                "Klockan är flyttad, men allt hann inte bli klart på en minut. Det fortsätter av sig självt.",
                "The clock was moved, but not everything was done within a minute. It goes on by itself."
            ),
            "done" => Say("Klart.", "Done."),
            "forbidden" => Say(
                "Zoom säger nej: värden har inte rätt att spela in. Rätten kommer med ett godkänt beslut.",
                "Zoom says no: the host has no right to record. The right comes with an approved decision."
            ),
            "refused" => Say("Det går inte som läget är nu.", "That can't be done as things stand."),
            "silent-canvas" => Say("Canvas svarar inte.", "Canvas doesn't answer."),
            "silent" => Say("Zoom svarar inte.", "Zoom doesn't answer."),
            _ => null,
        };
}
