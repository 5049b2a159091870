using RestSharp;
using ZoomConnector.Errors;

namespace ZoomConnector.Http;

/// <summary>Sends one request once and tells what came back. A refusal is an answer here; only silence throws.</summary>
internal sealed class ZoomWire : IDisposable
{
    private static readonly TimeSpan WholeCall = TimeSpan.FromSeconds(60);

    private readonly RestClient client;

    private readonly TimeProvider clock;

    public ZoomWire(HttpClient http, TimeProvider clock)
    {
        this.clock = clock;
        http.Timeout = Timeout.InfiniteTimeSpan; // RestSharp's own limit below is the one that counts
        client = new RestClient(
            http,
            new RestClientOptions
            {
                Timeout = WholeCall,
                FollowRedirects = false,
                CalculateResponseStatus = _ => ResponseStatus.Completed, // a refusal is an answer as well
                SetErrorExceptionOnUnsuccessfulStatusCode = false,
            }
        );
    }

    /// <summary>Sends once.</summary>
    /// <exception cref="ZoomException"><see cref="ZoomErrorKind.Unavailable"/>: no answer.</exception>
    public async Task<ZoomAnswer> SendAsync(ZoomCall call, CancellationToken ct)
    {
        var answer = await client.ExecuteAsync(RequestOf(call), ct);
        ct.ThrowIfCancellationRequested(); // RestSharp answers a cancelled call instead of throwing
        return answer.ResponseStatus is ResponseStatus.Completed
            ? new ZoomAnswer(answer.StatusCode, answer.ContentType, answer.RawBytes, RetryTime.Of(answer, clock.GetUtcNow()))
            : throw new ZoomException(ZoomErrorKind.Unavailable, call.Method, call.Path, "Zoom can't be reached.", answer.ErrorException);
    }

    public void Dispose() => client.Dispose();

    private static RestRequest RequestOf(ZoomCall call)
    {
        var request = new RestRequest(call.Address, Enum.Parse<Method>(call.Method, ignoreCase: true));
        request.AddHeader("Accept", "application/json");
        if (call.Authorization is { } authorization)
            request.AddHeader("Authorization", authorization);
        if (call.Json is { } json)
            request.AddStringBody(json, ContentType.Json);
        foreach (var (name, value) in call.Form ?? new Dictionary<string, string>(StringComparer.Ordinal))
            request.AddParameter(name, value, ParameterType.GetOrPost);
        return request;
    }
}
