using System.Net.Http.Json;
using RecordingBot.Hosting;

namespace RecordingBot.Tests.Support;

/// <summary>The bot's pages, as one of the sample accounts sees them in a browser.</summary>
internal static class CampusPages
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A browser in which one of the sample accounts is signed in, until the clock has moved far; the caller's to end.</summary>
    public static async Task<HttpClient> AtBrowserAsync(this SmallCampus campus, string account, string language = "en")
    {
        var session = await Answer.OfAsync(await campus.Bot.Http.PostAsJsonAsync("/campus/sign-in", new { account }, Ct), Ct);
        var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = campus.Address,
        };
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        browser.DefaultRequestHeaders.Add("Cookie", $"{SessionCookie.Name}={session.Must().Json.GetProperty("token").GetString()}");
        return browser;
    }

    /// <summary>A page's text, with the seconds after which it reads itself again; null where it doesn't.</summary>
    public static async Task<(string Text, string? Refresh)> SeeAsync(
        this SmallCampus campus,
        string account,
        string path,
        string language = "en"
    )
    {
        using var browser = await campus.AtBrowserAsync(account, language);
        using var answer = await browser.GetAsync(path, Ct);
        answer.EnsureSuccessStatusCode();
        var refresh = answer.Headers.TryGetValues("Refresh", out var values) ? values.Single() : null;
        return (System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct)), refresh);
    }

    /// <summary>A recording's page.</summary>
    public static async Task<string> SeeRecordingAsync(
        this SmallCampus campus,
        Guid id,
        string account = "teacher",
        string language = "en"
    ) => (await campus.SeeAsync(account, $"/recordings/{id}", language)).Text;
}
