using System.Net.Http.Json;
using RecordingBot.Hosting;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Recordings;

/// <summary>The bot's pages, as one of the sample accounts sees them in a browser.</summary>
internal static class CampusPages
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A page's text, with the seconds after which it reads itself again; null where it doesn't.</summary>
    public static async Task<(string Text, string? Refresh)> SeeAsync(
        this SmallCampus campus,
        string account,
        string path,
        string language = "en"
    )
    {
        var session = await Answer.OfAsync(await campus.Bot.Http.PostAsJsonAsync("/campus/sign-in", new { account }, Ct), Ct);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html");
        request.Headers.AcceptLanguage.ParseAdd(language);
        request.Headers.Add("Cookie", $"{SessionCookie.Name}={session.Must().Json.GetProperty("token").GetString()}");
        using var answer = await campus.Bot.Http.SendAsync(request, Ct);
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
