using System.Net;
using System.Text.Json;
using ZoomConnector.Errors;

namespace ZoomConnector.Http;

/// <summary>What came back: at most 2 MiB (<see cref="AnswerLimits"/>).</summary>
internal sealed record ZoomAnswer(HttpStatusCode Status, string? ContentType, ReadOnlyMemory<byte> Body, DateTimeOffset? RetryAfter)
{
    /// <summary>The body as <typeparamref name="T"/>.</summary>
    /// <exception cref="ZoomException"><see cref="ZoomErrorKind.Protocol"/>: not JSON, or a required field is missing.</exception>
    public T Read<T>(ZoomCall call)
    {
        if (!string.Equals(ContentType, "application/json", StringComparison.OrdinalIgnoreCase))
            throw Odd(call, "the answer is not JSON.");

        try
        {
            return JsonSerializer.Deserialize<T>(Body.Span, ZoomJson.Options) ?? throw Odd(call, "the answer is empty.");
        }
        catch (JsonException)
        {
            // Without the inner exception: its message quotes the answer.
            throw Odd(call, "the answer can't be read.");
        }
    }

    /// <summary>An answer that Zoom should not give.</summary>
    public ZoomException Odd(ZoomCall call, string what) => new(ZoomErrorKind.Protocol, call.Method, call.Path, what) { Status = Status };
}
