using System.Net;
using System.Text.RegularExpressions;

namespace RecordingBot.Tests.Support;

/// <summary>Somebody at a browser of their own, on a notice's page: keeps its cookies and fills in its form as a browser does, without a script.</summary>
internal sealed partial class Participant(SmallCampus campus, Uri notice)
{
    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The page as it is seen.</summary>
    public async Task<string> ReadAsync(string language = "en")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{notice.AbsolutePath}?lang={language}");
        var answer = await SendAsync(request);
        return answer.Must().Text;
    }

    /// <summary>Answers, under a name or as the browser that is known, with what follows from it.</summary>
    public async Task<Answer> AnswerAsync(string? name, string? recording = null, string? publication = null, string language = "en")
    {
        var token = Token().Match(await ReadAsync(language)).Groups["token"].Value;
        var answer = await PostAsync(token, name, recording, publication, language);
        await campus.SettleAsync();
        return answer;
    }

    /// <summary>Sends the form as it is, with whatever token.</summary>
    public async Task<Answer> PostAsync(string token, string? name, string? recording, string? publication, string language = "en")
    {
        KeyValuePair<string, string?>[] fields =
        [
            new("antiforgery", token),
            new("name", name),
            new("recording", recording),
            new("publication", publication),
        ];
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{notice.AbsolutePath}?lang={language}")
        {
            Content = new FormUrlEncodedContent(fields.Where(field => field.Value is not null)!),
        };
        return await SendAsync(request);
    }

    private async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        if (cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        using var answer = await campus.Bot.Http.SendAsync(request, Ct);
        if (answer.Headers.TryGetValues("Set-Cookie", out var set))
            foreach (var cookie in set.Select(one => one.Split(';')[0].Split('=', 2)))
                cookies[cookie[0]] = cookie[1];
        return new(answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct)));
    }

    [GeneratedRegex("name=\"antiforgery\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
