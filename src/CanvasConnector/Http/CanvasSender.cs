using System.Globalization;
using System.Net.Http.Headers;
using CanvasConnector.Errors;
using CanvasConnector.SignIn;
using Microsoft.Extensions.Logging;
using RestSharp;

namespace CanvasConnector.Http;

/// <summary>The one road: token, quota, patience and errors of every request to Canvas.</summary>
internal sealed partial class CanvasSender : IDisposable
{
    private readonly CanvasOptions options;
    private readonly TimeProvider time;
    private readonly Backoff backoff;
    private readonly CallBudget budget;
    private readonly IAccessTokens tokens;
    private readonly ILogger log;
    private readonly RestClient rest;
    private volatile CanvasQuota quota = CanvasQuota.Unknown;
    private volatile ServerTime? serverTime;

    public CanvasSender(CanvasOptions options, TimeProvider time, Backoff backoff, ILogger log)
    {
        (this.options, this.time, this.backoff, this.log) = (options, time, backoff, log);
        budget = new CallBudget(time, options.LongestWait);
        tokens = options.Token is { } token ? new ManualToken(token) : new RefreshedToken(options, time, SendAsync);
        rest = new RestClient(
            Transport.Create(options),
            new RestClientOptions(options.BaseUrl!)
            {
                FollowRedirects = false,
                SetErrorExceptionOnUnsuccessfulStatusCode = false, // a refusal is an answer, not a broken connection
                Timeout = options.CallTimeout,
                UserAgent = "CanvasConnector",
            },
            disposeHttpClient: true
        );
    }

    public CanvasQuota Quota => quota;

    public ServerTime? ServerTime => serverTime;

    /// <summary>The answer's body as a <typeparamref name="T"/>.</summary>
    public async Task<T> ReadAsync<T>(CanvasCall call, CancellationToken ct) => AnswerReader.Read<T>(call, await SendAsync(call, ct));

    /// <summary>The answer's body, which counts only if it is about the thing that was asked for.</summary>
    public async Task<T> ReadAsync<T>(CanvasCall call, CanvasId<T> expected, CancellationToken ct)
        where T : IIdentified<T>
    {
        var item = await ReadAsync<T>(call, ct);
        return item.Id == expected ? item : throw AnswerReader.Unbelievable(call, 200, "the answer is about something else than was asked");
    }

    /// <summary>Sends, waits and tries again where that is safe.</summary>
    /// <exception cref="CanvasException">Every other outcome than a success.</exception>
    public async Task<RestResponse> SendAsync(CanvasCall call, CancellationToken ct)
    {
        for (var (attempt, renewed) = (1, false); ; attempt++)
        {
            var token = call.Anonymous ? null : await tokens.GetAsync(ct);
            var (answer, fault, wait) = await TryAsync(call, token, attempt, ct);
            if (fault is null)
                return answer;
            if (!renewed && token is not null && ErrorReader.IsTokenRefused(answer) && tokens.Discard(token))
            {
                (attempt, renewed) = (attempt - 1, true); // whatever was asked, it was not carried out
                continue;
            }
            if (attempt >= options.MaxAttempts || wait is null)
                throw fault;
            LogWait(log, fault.Kind, call.Verb, call.Path, wait.Value);
            if (fault.Kind != CanvasErrorKind.Throttled) // then the budget makes everybody wait
                await Task.Delay(wait.Value, time, ct);
        }
    }

    /// <summary>Asks Canvas for what it shows of the token itself.</summary>
    public async Task<CanvasCall> OwnTokenAsync(CancellationToken ct)
    {
        var hint = Uri.EscapeDataString((await tokens.GetAsync(ct)).Hint());
        return CanvasCall.Get("users/self/tokens/own", new Uri(options.BaseUrl!, $"/api/v1/users/self/tokens/{hint}"));
    }

    public void Dispose()
    {
        (tokens as IDisposable)?.Dispose();
        rest.Dispose();
    }

    private async Task<(RestResponse Answer, CanvasException? Fault, TimeSpan? Wait)> TryAsync(
        CanvasCall call,
        CanvasToken? token,
        int attempt,
        CancellationToken ct
    )
    {
        await budget.EnterAsync(ct);
        var (told, pause) = (default((double? Remaining, double? Cost)), default(TimeSpan?));
        try
        {
            var answer = await SendOnceAsync(call, token, ct);
            serverTime = Date(answer) is { } shown ? new(shown, time.GetUtcNow()) : null;
            told = (Number(answer, "X-Rate-Limit-Remaining"), Number(answer, "X-Request-Cost"));
            quota = CanvasQuota.From(told.Remaining, told.Cost, quota);
            var fault = ErrorReader.Find(call, answer, time.GetUtcNow());
            var wait = fault is null ? null : backoff.WaitFor(fault, call.Repeatable, attempt);
            if (fault?.Kind == CanvasErrorKind.Throttled)
                pause = wait ?? options.LongestWait;
            return (answer, fault, wait);
        }
        finally
        {
            budget.Leave(told, pause);
        }
    }

    private async Task<RestResponse> SendOnceAsync(CanvasCall call, CanvasToken? token, CancellationToken ct)
    {
        if (call.Opaque is not null && !IsHome(call.Opaque))
            throw AnswerReader.Unbelievable(call, null, "the address is not on the configured host");

        var request = call.ToRequest();
        if (token is not null)
            request.AddHeader("Authorization", new AuthenticationHeaderValue("Bearer", token.Reveal()).ToString());
        request.AddHeader("Accept", "application/json+canvas-string-ids, application/json;q=0.9");
        if (request.Method is not Method.Get && options.BeforeChange is { } ask)
            await ask(ct);
        var answer = await rest.ExecuteAsync(request, ct);
        ct.ThrowIfCancellationRequested();
        return answer;
    }

    /// <summary>Whether the token may go to this address: Canvas's own scheme, host and port.</summary>
    public bool IsHome(Uri address) =>
        address.IsAbsoluteUri
        && address.UserInfo.Length == 0
        && Uri.Compare(
            address,
            options.BaseUrl!,
            UriComponents.SchemeAndServer,
            UriFormat.SafeUnescaped,
            StringComparison.OrdinalIgnoreCase
        ) == 0;

    private static DateTimeOffset? Date(RestResponse answer) =>
        DateTimeOffset.TryParseExact(
            answer.GetHeaderValue("Date"),
            "R",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var shown
        )
            ? shown
            : null;

    private static double? Number(RestResponse answer, string header) =>
        double.TryParse(answer.GetHeaderValue(header), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : null;

    [LoggerMessage(Level = LogLevel.Information, Message = "Canvas {Kind} on {Verb} {Path}: waiting {Wait}")]
    private static partial void LogWait(ILogger log, CanvasErrorKind kind, string verb, string path, TimeSpan wait);
}
