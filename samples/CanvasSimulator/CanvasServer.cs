using CanvasSimulator.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CanvasSimulator;

/// <summary>A Canvas on loopback, and its file service on a port of its own.</summary>
public sealed class CanvasServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly CanvasWorld world;

    private CanvasServer(WebApplication app, CanvasWorld world) => (this.app, this.world) = (app, world);

    /// <summary>Where it listens; known once it has started.</summary>
    public Uri Address => new(app.Urls.First());

    /// <summary>Opens the world and prepares the server.</summary>
    public static CanvasServer Build(CanvasServerOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.Services.AddRoutingCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(options.Address, options.Port);
            kestrel.Listen(options.Address, 0);
        });
        var server = new CanvasServer(builder.Build(), new CanvasWorld(options));
        server.app.Use(server.KeepServiceApartAsync);
        server.app.MapCanvas(server.world);
        return server;
    }

    public async Task StartAsync(CancellationToken ct = default)
    {
        await app.StartAsync(ct);
        world.FileService = new Uri(app.Urls.Last());
    }

    public Task StopAsync(CancellationToken ct = default) => app.StopAsync(ct);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => app.DisposeAsync();

    // The file service takes uploads and knows nothing else of Canvas.
    private Task KeepServiceApartAsync(HttpContext http, RequestDelegate next)
    {
        if (
            http.Connection.LocalPort != world.FileService?.Port
            || http.Request.Path.StartsWithSegments("/upload", StringComparison.Ordinal)
        )
            return next(http);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
