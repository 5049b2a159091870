using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Journey.Faults;

/// <summary>The public doors of a running Campus, as <c>samples/journey.sh</c> knocks at them.</summary>
internal sealed class Doors(Uri bot, Uri canvas, Uri zoom, Uri control) : IDisposable
{
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(90) };
    private readonly Dictionary<string, string> tokens = new(StringComparer.Ordinal);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>What the last call that was not as wanted answered.</summary>
    public string Seen { get; private set; } = "nothing";

    /// <summary>The bot's API, as an account. Signs in again where a moved clock has ended the session.</summary>
    public async Task<JsonElement> ApiAsync(string account, string call, object? body = null)
    {
        var answer = await KnockAsync(account, call, body);
        if (answer.Status == HttpStatusCode.Unauthorized)
        {
            tokens.Remove(account);
            answer = await KnockAsync(account, call, body);
        }
        Assert.True((int)answer.Status is >= 200 and < 300, $"{call}: {answer.Status} {answer.Body}");
        return Json(answer.Body);
    }

    /// <summary>Canvas's own API, as the account administrator; null where it isn't found.</summary>
    public async Task<JsonElement?> CanvasAsync(string call, params (string Name, string Value)[] fields)
    {
        using var request = Request(canvas, "/api/v1", call);
        request.Headers.Authorization = new("Bearer", "campus-admin");
        if (fields.Length > 0)
            request.Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        var (status, body) = await SendAsync(request);
        if (status == HttpStatusCode.NotFound)
            return null;
        Assert.True(status == HttpStatusCode.OK, $"Canvas, {call}: {status} {body}");
        return Json(body);
    }

    /// <summary>A door that only the simulated Canvas has.</summary>
    public Task<JsonElement> CanvasSandboxAsync(string call, object? body = null) => SandboxAsync(canvas, call, body);

    /// <summary>A door that only the simulated Zoom has.</summary>
    public Task<JsonElement> ZoomSandboxAsync(string call, object? body = null) => SandboxAsync(zoom, call, body);

    /// <summary>What Zoom doesn't let a person do.</summary>
    public async Task AssertZoomRefusesAsync(string call, object body)
    {
        using var request = Request(zoom, "/sandbox", call);
        request.Content = JsonContent.Create(body);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(request)).Status);
    }

    /// <summary>How often Zoom has told of something.</summary>
    public async Task<int> CountToldAsync(string @event) =>
        (await ZoomSandboxAsync("GET /webhooks"))
            .GetProperty("items")
            .EnumerateArray()
            .Count(one => one.GetProperty("event").GetString() == @event);

    /// <summary>Waits until every fault that was asked of Canvas and Zoom has struck: the call that met it is under way.</summary>
    public Task UntilStruckAsync() => UntilAsync("the fault to strike", async () => await CountFaultsAsync() == 0);

    /// <summary>How many faults are still to strike.</summary>
    public async Task<int> CountFaultsAsync() =>
        (await CanvasSandboxAsync("GET /faults")).GetProperty("items").GetArrayLength()
        + (await ZoomSandboxAsync("GET /faults")).GetProperty("items").GetArrayLength();

    /// <summary>Whether Zoom's setting lets the teacher record.</summary>
    public async Task<bool> MayRecordAsync()
    {
        using var ask = new HttpRequestMessage(HttpMethod.Post, new Uri(zoom, "/oauth/token"))
        {
            Content = new FormUrlEncodedContent([new("grant_type", "account_credentials"), new("account_id", "campus-account")]),
        };
        ask.Headers.Authorization = new("Basic", Convert.ToBase64String("campus-client:campus-client-secret"u8));
        var token = Json((await SendAsync(ask)).Body).GetProperty("access_token").GetString();
        using var request = Request(zoom, "/v2", "GET /users/zoom-teacher/settings");
        request.Headers.Authorization = new("Bearer", token);
        return Json((await SendAsync(request)).Body).GetProperty("recording").GetProperty("local_recording").GetBoolean();
    }

    /// <summary>What Campus's clock shows.</summary>
    public async Task<DateTimeOffset> NowAsync() =>
        (await SandboxAsync(control, "GET /clock", null, "")).GetProperty("now").GetDateTimeOffset();

    /// <summary>Moves the clock by an ISO 8601 period; while a fault lasts, it may not come to rest.</summary>
    public Task LaterAsync(string period) => SandboxAsync(control, "POST /clock", new { advance = period }, "");

    /// <summary>Moves the clock to an instant.</summary>
    public Task<JsonElement> MoveToAsync(DateTimeOffset to) => SandboxAsync(control, "POST /clock", new { to = to.ToString("O") }, "");

    /// <summary>Moves the clock to an instant, a fortnight at a time: one move has a minute, and where many meetings were left open a term has more stops than that.</summary>
    public async Task WalkToAsync(DateTimeOffset to)
    {
        for (var at = await NowAsync(); at < to; )
        {
            at = at.AddDays(14) < to ? at.AddDays(14) : to;
            Assert.True(
                (await MoveToAsync(at)).GetProperty("settled").GetBoolean(),
                $"Before {at:O} something stayed due; seen last: {Seen}"
            );
        }
    }

    /// <summary>The status of one of the bot's doors that need no sign-in; null while nobody is there.</summary>
    public async Task<HttpStatusCode?> StatusAsync(string path)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(bot, path));
            return (await SendAsync(request)).Status;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Waits until something is so.</summary>
    public Task UntilAsync(string what, Func<Task<bool>> look, TimeSpan? pause = null) =>
        Patience.UntilAsync(what, look, () => Seen, Ct, pause);

    /// <summary>Waits until something is there.</summary>
    public Task<T> UntilAsync<T>(string what, Func<Task<T?>> look)
        where T : class => Patience.UntilAsync(what, look, () => Seen, Ct);

    public void Dispose() => http.Dispose();

    private static HttpRequestMessage Request(Uri home, string below, string call)
    {
        var (method, path) = (call.Split(' ', 2)[0], call.Split(' ', 2)[1]);
        return new(new HttpMethod(method), new Uri(home, below + path));
    }

    private static JsonElement Json(string body) => body.Length == 0 ? default : JsonElement.Parse(body);

    private async Task<JsonElement> SandboxAsync(Uri home, string call, object? body, string below = "/sandbox")
    {
        using var request = Request(home, below, call);
        if (request.Method != HttpMethod.Get)
            request.Content = JsonContent.Create(body ?? new { });
        var (status, answer) = await SendAsync(request);
        Assert.True((int)status is >= 200 and < 300, $"{call}: {status} {answer}");
        return Json(answer);
    }

    private async Task<(HttpStatusCode Status, string Body)> KnockAsync(string account, string call, object? body)
    {
        using var request = Request(bot, "/api/v1", call);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await SignInAsync(account));
        if (body is not null)
            request.Content = body is string json ? new StringContent(json, Encoding.UTF8, "application/json") : JsonContent.Create(body);
        return await SendAsync(request);
    }

    private async Task<string> SignInAsync(string account)
    {
        if (tokens.TryGetValue(account, out var known))
            return known;
        using var answer = await http.PostAsJsonAsync(new Uri(bot, "/campus/sign-in"), new { account }, Ct);
        answer.EnsureSuccessStatusCode();
        return tokens[account] = (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("token").GetString()!;
    }

    private async Task<(HttpStatusCode Status, string Body)> SendAsync(HttpRequestMessage request)
    {
        using var answer = await http.SendAsync(request, Ct);
        var body = await answer.Content.ReadAsStringAsync(Ct);
        Seen = $"{(int)answer.StatusCode} {(body.Length > 1500 ? body[..1500] : body)}";
        return (answer.StatusCode, body);
    }
}
