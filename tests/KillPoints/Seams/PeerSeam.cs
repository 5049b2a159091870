using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace KillPoints.Seams;

/// <summary>
/// Stands before a Canvas or a Zoom: points before a call is sent, after it is and before any of its answer, in the middle of the answer's body, and
/// after the answer. Seen from here they are the same for a bot in this process and for one in its own.
/// </summary>
internal sealed class PeerSeam(Func<string, bool> strikes, Func<bool> isArmed) : IStartupFilter
{
    /// <summary>Puts a Canvas or a Zoom that is being built behind it.</summary>
    public void Into(IServiceCollection services) => services.AddSingleton<IStartupFilter>(this);

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(PassAsync);
            next(app);
        };

    private async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        // What the test itself does there is done while nothing counts.
        if (!isArmed() || context.Request.Path.StartsWithSegments("/sandbox", StringComparison.Ordinal))
        {
            await next(context);
            return;
        }
        var call = $"{context.Request.Method} {context.Request.Path}";
        if (Dies(context, "send " + call))
            return;
        var answer = context.Features.Get<IHttpResponseBodyFeature>()!;
        using var body = new MemoryStream();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        await next(context);
        context.Features.Set(answer);
        if (Dies(context, "sent " + call))
            return;
        await WriteAsync(context, body.ToArray(), call);
    }

    private async Task WriteAsync(HttpContext context, byte[] body, string call)
    {
        if (body.Length > 1)
        {
            context.Response.ContentLength = body.Length;
            if (strikes("body of " + call))
            {
                await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2));
                await context.Response.Body.FlushAsync();
                context.Abort();
                return;
            }
        }
        // Dead before it can do anything with the answer, which it has all the same.
        _ = strikes("answer to " + call);
        if (body.Length > 0)
            await context.Response.Body.WriteAsync(body);
    }

    private bool Dies(HttpContext context, string point)
    {
        if (!strikes(point))
            return false;
        context.Abort();
        return true;
    }
}
