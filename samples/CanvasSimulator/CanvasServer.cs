using System.Net;
using CanvasSimulator.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CanvasSimulator;

/// <summary>A Canvas on loopback.</summary>
public sealed class CanvasServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private CanvasServer(WebApplication app) => this.app = app;

    /// <summary>Where it listens; known once it has started.</summary>
    public Uri Address => new(app.Urls.Single());

    /// <summary>Opens the world and prepares the server.</summary>
    public static CanvasServer Build(CanvasServerOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.Services.AddRoutingCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        var host = builder.Build();
        host.MapCanvas(new CanvasWorld(options));
        return new CanvasServer(host);
    }

    public Task StartAsync(CancellationToken ct = default) => app.StartAsync(ct);

    public Task StopAsync(CancellationToken ct = default) => app.StopAsync(ct);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => app.DisposeAsync();
}
