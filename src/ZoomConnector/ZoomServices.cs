using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ZoomConnector.Http;
using ZoomConnector.Webhooks;

namespace ZoomConnector;

/// <summary>Makes Zoom available to a host.</summary>
public static class ZoomServices
{
    /// <summary>The name of Zoom's HTTP client, for a host that hangs its own handler before the wire.</summary>
    public const string HttpClientName = "zoom";

    /// <summary>
    /// Adds <see cref="ZoomClient"/> and <see cref="WebhookVerifier"/> with their settings, which are checked when the host starts.
    /// A <see cref="TimeProvider"/> that the host has registered is used; without one, the system's.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="section">The settings section that holds <see cref="ZoomOptions"/>.</param>
    public static IServiceCollection AddZoom(this IServiceCollection services, IConfiguration section)
    {
        services.AddOptions<ZoomOptions>().Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ZoomOptions>, ZoomOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services
            .AddHttpClient(HttpClientName)
            .RemoveAllLoggers() // its lines would hold addresses, and those hold e-mail addresses
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => ZoomHandler.For(provider.GetRequiredService<IOptions<ZoomOptions>>().Value));
        services.TryAddSingleton(provider => new ZoomWire(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.TryAddSingleton(provider => new Retries(provider.GetRequiredService<TimeProvider>(), Random.Shared.NextDouble));
        services.TryAddSingleton<TokenSource>();
        services.TryAddSingleton<ZoomSender>();
        services.TryAddSingleton(provider => new ZoomClient(provider.GetRequiredService<ZoomSender>()));
        services.TryAddSingleton<WebhookVerifier>();
        return services;
    }
}
