using System.Net;

namespace RecordingBot.Hosting.Campus;

/// <summary>The sample accounts as a page with a button for each.</summary>
internal static class CampusSignInPage
{
    /// <summary>The page in the reader's language.</summary>
    public static string Html(HttpContext context)
    {
        var swedish = context.Request.GetTypedHeaders().AcceptLanguage is { Count: > 0 } wanted
            && wanted.OrderByDescending(language => language.Quality ?? 1).First().Value.StartsWith("sv", StringComparison.OrdinalIgnoreCase);
        var (language, title, text) = swedish
            ? ("sv", "Logga in", "Detta är ett litet övningscampus. Välj vem du vill vara; inget lösenord behövs.")
            : ("en", "Sign in", "This is a small campus to try things in. Choose who to be; no password is needed.");
        var buttons = CampusPeople.All.Select(person =>
            $"""<li><button name="account" value="{person.Account}">{person.Account}</button></li>"""
        );
        return $"""
            <!doctype html>
            <html lang="{language}">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>{title} – Campus</title>
              <link rel="stylesheet" href="/lib/pico/pico.min.css">
            </head>
            <body>
              <main class="container">
                <h1>{title}</h1>
                <p>{text}</p>
                <form method="post" action="/campus/sign-in/form">
                  <input type="hidden" name="returnUrl" value="{WebUtility.HtmlEncode(context.Request.Query["returnUrl"])}">
                  <ul class="campus-accounts">{string.Concat(buttons)}</ul>
                </form>
              </main>
            </body>
            </html>
            """;
    }
}
