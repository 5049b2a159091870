using RecordingBot.Hosting;
using RecordingBot.Registry;

namespace RecordingBot.Rights;

/// <summary>Writes down each access to a route that is marked with <see cref="ShowsPersonalDataAttribute"/>, before the answer leaves.</summary>
public sealed class AccessLog(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, SignedIn signedIn, IServiceScopeFactory scopes, TimeProvider clock)
    {
        var endpoint = context.GetEndpoint() as RouteEndpoint;
        if (endpoint?.Metadata.GetMetadata<ShowsPersonalDataAttribute>() is null)
        {
            await next(context);
            return;
        }
        context.Response.OnStarting(async () =>
        {
            // A unit of work of its own: the request's may be in the middle of something.
            await using var scope = scopes.CreateAsyncScope();
            var registry = scope.ServiceProvider.GetRequiredService<RegistryContext>();
            registry.Accesses.Add(
                new()
                {
                    At = clock.GetUtcNow(),
                    Actor = signedIn.Caller?.Actor,
                    Route = $"{context.Request.Method} /{endpoint.RoutePattern.RawText?.TrimStart('/')}",
                    Subject = context.Request.RouteValues.TryGetValue("id", out var id) ? id?.ToString() : null,
                    Status = context.Response.StatusCode,
                }
            );
            await registry.SaveChangesAsync(CancellationToken.None);
        });
        await next(context);
    }
}
