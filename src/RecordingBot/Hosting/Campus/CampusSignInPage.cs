using System.Net;

namespace RecordingBot.Hosting.Campus;

/// <summary>The sample accounts as a page with a button for each, in the look of the other pages.</summary>
internal static class CampusSignInPage
{
    /// <summary>The page in the request's language.</summary>
    /// <param name="returnUrl">Where the person wanted to go; null for the start page.</param>
    public static string Html(string? returnUrl)
    {
        var swedish = Language.Current == Language.Swedish;
        var (title, text) = swedish
            ? ("Logga in", "Detta är ett litet campus att pröva i. Välj vem du vill vara; inget lösenord behövs.")
            : ("Sign in", "This is a small campus to try things in. Choose who to be; no password is needed.");
        var product = BothLanguages.Pages["Product"].In(Language.Current);
        var (other, change) = swedish ? (Language.English, "In English") : (Language.Swedish, "På svenska");
        var back = returnUrl is null ? "" : "&amp;returnUrl=" + Uri.EscapeDataString(returnUrl);
        var buttons = CampusPeople.All.Select(person =>
            $"""<li><button class="outline" name="account" value="{person.Account}">{WebUtility.HtmlEncode(person.NameIn(swedish))}</button></li>"""
        );
        return $"""
            <!doctype html>
            <html lang="{Language.Current}">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="color-scheme" content="light dark">
              <title>{title} – {product}</title>
              <link rel="icon" href="/icon.svg" type="image/svg+xml">
              <link rel="stylesheet" href="/lib/pico/pico.min.css">
              <link rel="stylesheet" href="/site.css">
            </head>
            <body>
              <header class="bar"><div class="container"><a class="name" href="/"><img src="/icon.svg" alt="" width="28" height="28">{product}</a><div class="who"><a href="?lang={other}{back}" lang="{other}" hreflang="{other}">{change}</a></div></div></header>
              <main class="container">
                <h1>{title}</h1>
                <p class="lead">{text}</p>
                <form method="post" action="{CampusSignIn.Path}/form">
                  <input type="hidden" name="returnUrl" value="{WebUtility.HtmlEncode(returnUrl)}">
                  <ul class="accounts">{string.Concat(buttons)}</ul>
                </form>
              </main>
            </body>
            </html>
            """;
    }
}
