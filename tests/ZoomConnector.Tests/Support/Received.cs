using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ZoomConnector.Tests.Support;

/// <summary>A request as the scripted server got it.</summary>
internal sealed record Received(string Method, string Target, IReadOnlyDictionary<string, string[]> Headers, byte[] Body)
{
    public string Header(string name) => Headers.TryGetValue(name, out var values) ? string.Join(',', values) : "";

    public static async Task<Received> OfAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return new Received(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Request.Headers.ToDictionary(
                header => header.Key,
                header => header.Value.OfType<string>().ToArray(),
                StringComparer.OrdinalIgnoreCase
            ),
            body.ToArray()
        );
    }
}
