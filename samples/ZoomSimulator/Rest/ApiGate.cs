using Microsoft.AspNetCore.Http;
using ZoomSimulator.Sandbox;

namespace ZoomSimulator.Rest;

/// <summary>Stands before every REST call: faults that were asked for, the token, the scope.</summary>
internal sealed class ApiGate(AccessTokens tokens, Faults faults, ZoomServerOptions options) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers["X-RateLimit-Category"] = "Light";
        if (faults.TryTake(Faults.Api500))
            return ZoomResult.Error(500, 500, "Internal error.");
        if (faults.TryTake(Faults.Api429))
            return Throttled(http);
        if (faults.TryTake(Faults.Token401) || tokens.ScopesOf(http.Request.Headers.Authorization) is not { } scopes)
            return ZoomResult.Error(401, 124, "Invalid access token.");

        var scope = http.GetEndpoint()?.Metadata.GetMetadata<Scope>();
        return scope is null || scopes.Contains(scope.Name, StringComparer.Ordinal)
            ? await HeldBackAsync(await next(context), http)
            : ZoomResult.Error(400, 4711, $"Invalid access token, does not contain scopes:[{scope.Name}].");
    }

    /// <summary>Done, and the answer waits: the wire's own time, which a moved clock makes no shorter.</summary>
    private async Task<object?> HeldBackAsync(object? answer, HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && faults.TryTake(Faults.ApiSlow))
            await Task.Delay(TimeSpan.FromSeconds(10), http.RequestAborted);
        return answer;
    }

    private IResult Throttled(HttpContext http)
    {
        // An ISO date-time, where others write seconds (facts/zoom.md 3.9).
        http.Response.Headers.RetryAfter = ZoomTime.Text(options.Clock.GetUtcNow().AddSeconds(1));
        http.Response.Headers["X-RateLimit-Type"] = "QPS";
        return ZoomResult.Error(429, 429, "You have reached the maximum per-second rate limit for this API. Try again later.");
    }
}
