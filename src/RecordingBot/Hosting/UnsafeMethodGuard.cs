using Microsoft.AspNetCore.Antiforgery;

namespace RecordingBot.Hosting;

/// <summary>
/// A cookie goes along with whatever a browser sends, so an unsafe request with one must come from our own page: by its
/// <c>Sec-Fetch-Site</c> and by an antiforgery token (security.md 3.5). A Bearer token is put there on purpose, and needs neither.
/// </summary>
public sealed class UnsafeMethodGuard(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, SignedIn signedIn, IAntiforgery antiforgery)
    {
        if (IsSafe(context.Request.Method) || IsExempt(context))
        {
            await next(context);
            return;
        }
        if (IsForeign(context.Request) || (signedIn.ByCookie && !await antiforgery.IsRequestValidAsync(context)))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        await next(context);
    }

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);

    /// <summary>The route has said that a forged request does no harm there.</summary>
    private static bool IsExempt(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: false };

    /// <summary>Another site's page made the browser send this.</summary>
    private static bool IsForeign(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none");
}
