using Microsoft.AspNetCore.Http;
using ZoomSimulator.Webhooks;

namespace ZoomSimulator.Sandbox;

/// <summary>Holds an act's answer back until its events were tried once, or three seconds: who acts next finds the webhook told.</summary>
internal sealed class ToldFirst(WebhookPump pump) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        await pump.FirstAttemptsAsync(context.HttpContext.RequestAborted);
        return answer;
    }
}
