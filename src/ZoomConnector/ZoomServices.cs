using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ZoomConnector.Http;
using ZoomConnector.TeamChat;
using ZoomConnector.Webhooks;

namespace ZoomConnector;

/// <summary>Makes Zoom available to a host.</summary>
public static class ZoomServices
{
    /// <summary>The name of Zoom's HTTP client, for a host that hangs its own handler before the wire.</summary>
    public const string HttpClientName = "zoom";

    /// <summary>The key under which the host finds the <see cref="WebhookVerifier"/> of the chatbot's events.</summary>
    public const string ChatbotName = "zoom-chatbot";

    /// <summary>
    /// Adds <see cref="ZoomClient"/>, <see cref="ZoomChatbot"/> and a <see cref="WebhookVerifier"/> for each of the two apps with their settings, which
    /// are checked when the host starts.
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
        services.TryAddSingleton(provider => new ZoomClient(SenderOf(provider, AppSignIn.OfAccount)));
        services.TryAddSingleton(provider => new ZoomChatbot(
            SenderOf(provider, AppSignIn.OfChatbot),
            provider.GetRequiredService<IOptions<ZoomOptions>>()
        ));
        services.TryAddSingleton<WebhookVerifier>();
        services.TryAddKeyedSingleton(
            ChatbotName,
            (provider, _) =>
                WebhookVerifier.OfChatbot(provider.GetRequiredService<IOptions<ZoomOptions>>(), provider.GetRequiredService<TimeProvider>())
        );
        return services;
    }

    /// <summary>Each app's own way to Zoom, over the same wire.</summary>
    private static ZoomSender SenderOf(IServiceProvider provider, Func<ZoomOptions, AppSignIn> app)
    {
        var (wire, retries) = (provider.GetRequiredService<ZoomWire>(), provider.GetRequiredService<Retries>());
        var options = provider.GetRequiredService<IOptions<ZoomOptions>>();
        var tokens = new TokenSource(wire, retries, () => app(options.Value), provider.GetRequiredService<TimeProvider>());
        return new(wire, tokens, retries, options);
    }
}
