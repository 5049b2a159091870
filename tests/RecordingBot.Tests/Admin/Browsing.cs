using System.Net;
using System.Text.RegularExpressions;

namespace RecordingBot.Tests.Admin;

/// <summary>Reads pages and fills in their forms as a browser does.</summary>
internal static partial class Browsing
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A page, with its characters as people see them; what was text on it can still be told from its own tags.</summary>
    public static async Task<string> ReadAsync(this HttpClient browser, string path)
    {
        using var answer = await browser.GetAsync(path, Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.SeenAsync();
    }

    /// <summary>What an answer shows.</summary>
    public static async Task<string> SeenAsync(this HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(
            (await answer.Content.ReadAsStringAsync(Ct))
                .Replace("&lt;", "&amp;lt;", StringComparison.Ordinal)
                .Replace("&gt;", "&amp;gt;", StringComparison.Ordinal)
        );

    /// <summary>Fills in a form of a page: with the page's token and the cookie that goes with it.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(
        this HttpClient browser,
        string path,
        string handler,
        KeyValuePair<string, string>[] fields,
        string? action = null
    )
    {
        using var page = await browser.GetAsync(path, Ct);
        var token = Token().Match(await page.Content.ReadAsStringAsync(Ct)).Groups["token"].Value;
        using var form = new FormUrlEncodedContent([new("antiforgery", token), .. fields]);
        using var request = new HttpRequestMessage(HttpMethod.Post, action ?? $"{path}?handler={handler}") { Content = form };
        var cookie = page.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(one => one.Split(';')[0]) : [];
        request.Headers.Add("Cookie", string.Join("; ", browser.DefaultRequestHeaders.GetValues("Cookie").Concat(cookie)));
        return await browser.SendAsync(request, Ct);
    }

    [GeneratedRegex("name=\"antiforgery\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
