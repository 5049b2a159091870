using RecordingBot.Hosting;
using RecordingBot.Registry;

namespace RecordingBot.Notices;

/// <summary><c>/n/{token}/text</c>, and below <c>versions/{n}</c>: the exact bytes whose SHA-256 is stored and shown, for whoever wants to check it.</summary>
internal static class NoticeText
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        Open(routes.MapGet("/n/{token}/text", ShowAsync));
        Open(routes.MapGet("/n/{token}/versions/{version:int}/text", ShowVersionAsync));
    }

    private static void Open(RouteHandlerBuilder route) =>
        route.AllowAnonymous().RequireRateLimiting(RateLimits.Notice).ExcludeFromDescription();

    private static async Task<IResult> ShowAsync(
        string token,
        HttpContext context,
        RegistryContext registry,
        NoticeMisses misses,
        CancellationToken ct
    ) => Answer(await registry.FindAsync(token, ct), context, misses);

    private static async Task<IResult> ShowVersionAsync(
        string token,
        int version,
        HttpContext context,
        RegistryContext registry,
        NoticeMisses misses,
        CancellationToken ct
    ) => Answer((await registry.VersionsAsync(token, ct)).FirstOrDefault(row => row.Version == version), context, misses);

    private static IResult Answer(NoticeRow? notice, HttpContext context, NoticeMisses misses)
    {
        context.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (notice is not null)
            return TypedResults.Text(notice.Text, "text/plain; charset=utf-8");
        return TypedResults.StatusCode(misses.Note(context) ? StatusCodes.Status404NotFound : StatusCodes.Status429TooManyRequests);
    }
}
