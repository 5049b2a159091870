using System.Net;
using System.Text.RegularExpressions;

namespace Journey.Faults;

/// <summary>A notice's page, as somebody who takes part in the meeting uses it.</summary>
internal static partial class NoticePage
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Answers whether one may be recorded, in a browser of their own and without a script.</summary>
    public static async Task AnswerAsync(Uri notice, string name, string recording)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false });
        using var page = await browser.GetAsync(notice, Ct);
        var token = Token().Match(await page.Content.ReadAsStringAsync(Ct)).Groups["token"].Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, notice)
        {
            Content = new FormUrlEncodedContent([new("antiforgery", token), new("name", name), new("recording", recording)]),
        };
        // They are for https alone, or for loopback, which only a browser knows.
        request.Headers.Add("Cookie", string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0])));
        using var answer = await browser.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [GeneratedRegex("name=\"antiforgery\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
