using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace KillPoints.Sigkill;

/// <summary>Tells a bot in a process of its own what the campus's clock shows.</summary>
internal sealed class ClockControl : IAsyncDisposable
{
    private readonly WebApplication app;

    private ClockControl(WebApplication app) => this.app = app;

    /// <summary>Where it is asked.</summary>
    public Uri Address => new(app.Urls.First());

    /// <summary>Starts it.</summary>
    public static async Task<ClockControl> StartAsync(Func<TimeSpan> offset)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(context => context.Response.WriteAsJsonAsync(new { offset = offset() }));
        await app.StartAsync();
        return new(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
