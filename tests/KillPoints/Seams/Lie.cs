using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace KillPoints.Seams;

/// <summary>Lets Canvas say what isn't true, to nobody but the bot: so a guard that asks it is switched off without touching the product.</summary>
/// <param name="isToBot">Whether a call is the bot's, and one to be lied to.</param>
/// <param name="tell">What it is told instead of the true answer, which it is given; null where the call was not carried out.</param>
/// <param name="isCarriedOut">Whether it is carried out all the same.</param>
internal sealed class Lie(Func<HttpRequest, bool> isToBot, Func<string?, (int Status, string Body)> tell, bool isCarriedOut = true)
    : IStartupFilter
{
    /// <summary>Whether it is told.</summary>
    public bool IsTold { get; set; }

    /// <summary>Puts a Canvas that is being built behind it.</summary>
    public void Into(IServiceCollection services) => services.AddSingleton<IStartupFilter>(this);

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(AnswerAsync);
            next(app);
        };

    private async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (!IsTold || !isToBot(context.Request))
        {
            await next(context);
            return;
        }
        var (status, body) = tell(isCarriedOut ? await TrueAsync(context, next) : null);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body);
    }

    private static async Task<string> TrueAsync(HttpContext context, RequestDelegate next)
    {
        var answer = context.Features.Get<IHttpResponseBodyFeature>()!;
        using var body = new MemoryStream();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        await next(context);
        context.Features.Set(answer);
        context.Response.ContentLength = null;
        return System.Text.Encoding.UTF8.GetString(body.ToArray());
    }
}
