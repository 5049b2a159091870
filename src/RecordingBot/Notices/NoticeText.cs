using RecordingBot.Hosting;
using RecordingBot.Registry;

namespace RecordingBot.Notices;

/// <summary><c>/n/{token}/text</c>: the exact bytes whose SHA-256 is stored and shown, for whoever wants to check it.</summary>
internal static class NoticeText
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/n/{token}/text", ShowAsync).AllowAnonymous().RequireRateLimiting(RateLimits.Notice).ExcludeFromDescription();

    private static async Task<IResult> ShowAsync(
        string token,
        HttpContext context,
        RegistryContext registry,
        NoticeMisses misses,
        CancellationToken ct
    )
    {
        context.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (await registry.FindAsync(token, ct) is { } notice)
            return TypedResults.Text(notice.Text, "text/plain; charset=utf-8");
        return TypedResults.StatusCode(misses.Note(context) ? StatusCodes.Status404NotFound : StatusCodes.Status429TooManyRequests);
    }
}
