using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BotConnector.DirectLine;

/// <summary>The Direct Line server's face to its host.</summary>
public static class DirectLineExtensions
{
    /// <summary>
    /// Adds the server. The host also registers <see cref="Turns.IBot"/>, <see cref="IDirectLineStore"/>, <see cref="IDirectLineUsers"/>
    /// (each may be scoped: a turn lives in its request's scope) and a <see cref="TimeProvider"/>. Settings are checked at start.
    /// </summary>
    public static IServiceCollection AddDirectLine(this IServiceCollection services, Action<DirectLineOptions> configure)
    {
        services
            .AddOptionsWithValidateOnStart<DirectLineOptions>()
            .Configure(configure)
            .Validate(o => o.Key.Length == 32, "DirectLine: Key must have 32 bytes.")
            .Validate(
                o => o.TokenLifetime >= TimeSpan.FromMinutes(1) && o.TokenLifetime <= TimeSpan.FromDays(1),
                "DirectLine: TokenLifetime must lie between a minute and a day."
            )
            .Validate(
                o => o.SignInLifetime >= o.TokenLifetime && o.SignInLifetime <= TimeSpan.FromDays(1),
                "DirectLine: SignInLifetime must lie between TokenLifetime and a day."
            )
            .Validate(
                o => o.StreamPoll >= TimeSpan.FromMilliseconds(10) && o.StreamPoll <= TimeSpan.FromMinutes(1),
                "DirectLine: StreamPoll must lie between 10 ms and a minute."
            )
            .Validate(o => o.BotId.Length > 0, "DirectLine: BotId must not be empty.")
            .Validate(o => o.MaxActivityBytes is >= 1024 and <= 1 << 20, "DirectLine: MaxActivityBytes must lie between 1 KiB and 1 MiB.")
            .Validate(o => o.PageSize is >= 1 and <= 1000, "DirectLine: PageSize must lie between 1 and 1000.");
        services.AddSingleton<DirectLineTokens>();
        services.AddSingleton<ConversationGates>();
        services.AddSingleton<ConversationStreams>();
        services.AddSingleton<DirectLineSocket>();
        services.AddScoped(provider => new DirectLineChannel(
            provider.GetRequiredService<IDirectLineStore>(),
            provider.GetRequiredService<ConversationStreams>(),
            provider.GetRequiredService<IOptions<DirectLineOptions>>().Value,
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddScoped<DirectLineTurns>();
        services.AddScoped(provider => new DirectLineTalk(
            provider.GetRequiredService<DirectLineTurns>(),
            provider.GetRequiredService<IDirectLineStore>()
        ));
        return services;
    }

    /// <summary>
    /// Maps the calls. They check their own tokens, so the host's authorization lets everyone come this far;
    /// the group that is returned takes further conventions, such as a rate limit. For streams the host also calls <c>UseWebSockets</c>.
    /// </summary>
    public static RouteGroupBuilder MapDirectLine(this IEndpointRouteBuilder endpoints, string prefix = "/directline/v3")
    {
        var group = endpoints.MapGroup(prefix);
        group.AllowAnonymous().ExcludeFromDescription();
        group.AddEndpointFilter(
            (context, next) =>
            {
                context.HttpContext.Response.Headers.CacheControl = "no-store";
                return next(context);
            }
        );
        group.MapPost("/tokens/generate", DirectLineEndpoints.GenerateTokenAsync);

        var known = group.MapGroup("");
        known.AddEndpointFilter<RouteGroupBuilder, TokenFilter>();
        known.MapPost("/tokens/refresh", DirectLineEndpoints.RefreshToken);
        known.MapPost("/conversations", DirectLineEndpoints.StartConversationAsync);
        known.MapGet("/conversations/{conversationId}", DirectLineEndpoints.ReconnectAsync);
        known.MapPost("/conversations/{conversationId}/activities", DirectLineEndpoints.PostActivityAsync);
        known.MapGet("/conversations/{conversationId}/activities", DirectLineEndpoints.ReadActivitiesAsync);
        known.MapPost("/conversations/{conversationId}/upload", DirectLineEndpoints.RefuseFiles);
        group.MapGet("/conversations/{conversationId}/stream", DirectLineEndpoints.StreamAsync);
        return group;
    }
}
