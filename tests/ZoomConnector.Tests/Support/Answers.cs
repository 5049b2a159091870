using Microsoft.AspNetCore.Http;

namespace ZoomConnector.Tests.Support;

/// <summary>What scripted servers say.</summary>
internal static class Answers
{
    private static int tokens;

    public static Task TokenAsync(HttpContext context) =>
        JsonAsync(
            context,
            200,
            $$"""{"access_token":"token-{{Interlocked.Increment(ref tokens)}}","token_type":"bearer","expires_in":3600}"""
        );

    public static Task JsonAsync(HttpContext context, int status, string json) =>
        TextAsync(context, status, "application/json; charset=utf-8", json);

    public static async Task TextAsync(HttpContext context, int status, string type, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        await context.Response.WriteAsync(text, context.RequestAborted);
    }
}
