using Microsoft.AspNetCore.Http;

namespace CanvasSimulator.Sandbox;

/// <summary>Canvas's words when a token has asked too much: a text, no JSON, and no hint how long to wait.</summary>
internal static class ThrottleRefusal
{
    public static Task WriteAsync(HttpContext http, int status)
    {
        (http.Response.StatusCode, http.Response.ContentType) = (status, "text/plain; charset=utf-8");
        return http.Response.WriteAsync($"{status} Forbidden (Rate Limit Exceeded)\n");
    }
}
