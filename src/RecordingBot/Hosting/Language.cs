using System.Globalization;
using Microsoft.Net.Http.Headers;
using RecordingBot.Registry;

namespace RecordingBot.Hosting;

/// <summary>The language of a request: the person's own choice, else the browser's (design.md 7). English where neither says Swedish.</summary>
public static class Language
{
    public const string Swedish = "sv";
    public const string English = "en";

    /// <summary>Remembers the choice of somebody who isn't signed in.</summary>
    public const string Cookie = "language";

    /// <summary>The language of the request that is being answered.</summary>
    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>Chooses for the rest of the request.</summary>
    public static void Use(HttpResponse response, string language)
    {
        var culture = CultureInfo.GetCultureInfo(language == Swedish ? "sv-SE" : "en-GB");
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        response.Headers.ContentLanguage = language;
    }

    /// <summary>One of the two languages, or null for anything else.</summary>
    public static string? Known(string? language) => language is Swedish or English ? language : null;

    /// <summary>A link that says its language (<c>?lang=</c>) wins: a notice's one address serves both.</summary>
    internal static string Of(HttpRequest request, PersonRow? person) =>
        Known(request.Query["lang"])
        ?? Known(person?.Language)
        ?? Known(request.Cookies[Cookie])
        ?? Accepted(request.Headers.AcceptLanguage.ToString());

    /// <summary>The one of the two languages that the browser would rather have.</summary>
    private static string Accepted(string header)
    {
        if (!StringWithQualityHeaderValue.TryParseList([header], out var wanted))
            return English;
        var known = wanted.Where(language => language.Quality is not 0).OrderByDescending(language => language.Quality ?? 1);
        return known
                .Select(language => Known(language.Value.ToString().Split('-')[0].ToLowerInvariant()))
                .FirstOrDefault(language => language is not null)
            ?? English;
    }
}
