using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CanvasConnector;

/// <summary>Brings a <see cref="CanvasClient"/> into a host.</summary>
public static class CanvasServices
{
    /// <summary>Adds the client with settings made in code; wrong ones stop the host at its start.</summary>
    public static IServiceCollection AddCanvas(this IServiceCollection services, Action<CanvasOptions> configure) =>
        services.AddClient(options => options.Configure(configure));

    /// <summary>Adds the client with settings from a section; wrong ones stop the host at its start.</summary>
    public static IServiceCollection AddCanvas(this IServiceCollection services, IConfiguration section) =>
        services.AddClient(options => options.Bind(section));

    private static IServiceCollection AddClient(this IServiceCollection services, Action<OptionsBuilder<CanvasOptions>> settings)
    {
        settings(services.AddOptionsWithValidateOnStart<CanvasOptions, CanvasOptionsCheck>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new CanvasClient(
            provider.GetRequiredService<IOptions<CanvasOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<CanvasClient>>()
        ));
        return services;
    }
}
