using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ZoomSimulator.Cloud;
using ZoomSimulator.Recordings;
using ZoomSimulator.Rest;
using ZoomSimulator.Sandbox;
using ZoomSimulator.State;
using ZoomSimulator.TeamChat;
using ZoomSimulator.Webhooks;

namespace ZoomSimulator;

/// <summary>A Zoom to try things with: token, REST, signed webhooks, local recordings on disk, and doors that play the people. Loopback only.</summary>
public sealed class ZoomServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private readonly WebhookPump pump;

    private readonly ByClock[] byClock;

    private ZoomServer(WebApplication app)
    {
        this.app = app;
        pump = app.Services.GetRequiredService<WebhookPump>();
        byClock = [.. app.Services.GetServices<IHostedService>().OfType<ByClock>()];
    }

    /// <summary>The address, without a slash at its end; known once started.</summary>
    public Uri Address => new(app.Urls.First());

    /// <summary>Where events go; null for nowhere.</summary>
    public Uri? WebhookUrl
    {
        get => pump.Target;
        set => pump.Target = value;
    }

    /// <summary>Where the chatbot's events go; null for nowhere.</summary>
    public Uri? ChatUrl
    {
        get => pump.ChatTarget;
        set => pump.ChatTarget = value;
    }

    /// <summary>True when no delivery is on its way or due and no file to be written: nothing more happens until the clock moves or someone calls.</summary>
    public bool IsSettled => pump.IsSettled && Array.TrueForAll(byClock, one => one.IsSettled);

    /// <summary>When the next delivery or piece of a file is due; null when none waits.</summary>
    public DateTimeOffset? NextDueAt => byClock.Select(one => one.NextDueAt).Append(pump.NextDueAt).Min();

    /// <summary>Reads the state of an earlier run, if there is one, and makes the server ready to start.</summary>
    /// <exception cref="InvalidDataException">The state on disk can't be read.</exception>
    public static ZoomServer Build(ZoomServerOptions options)
    {
        // The empty builder reads no settings of the surroundings: a simulator behaves the same wherever it runs.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(options.Address, options.Port));
        builder.Services.AddRouting();
        builder.Services.AddProblemDetails();
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(options.Clock);
        builder.Services.AddSingleton(new StateFile(options.DataFolder));
        builder.Services.AddSingleton<ZoomTruth>();
        builder.Services.AddSingleton<AccessTokens>();
        builder.Services.AddSingleton<Faults>();
        builder.Services.AddSingleton<EventBodies>();
        builder.Services.AddSingleton<WebhookPump>();
        builder.Services.AddHostedService(services => services.GetRequiredService<WebhookPump>());
        builder.Services.AddSingleton<RecordingFolders>();
        builder.Services.AddSingleton<Conversions>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Conversions>());
        builder.Services.AddSingleton<CloudPlay>();
        builder.Services.AddSingleton<LiveControl>();
        builder.Services.AddHostedService(services => services.GetRequiredService<LiveControl>());
        builder.Services.AddSingleton<CloudBodies>().AddSingleton<CloudShelf>();
        builder.Services.AddHostedService(services => services.GetRequiredService<CloudShelf>());
        builder.Services.AddSingleton<MeetingPlay>();
        builder.Services.AddSingleton<SettingsPlay>();
        builder.Services.AddSingleton<TeamChatPlay>();

        var built = builder.Build();
        built.Use((context, next) => StampAsync(options.Clock, context, next));
        built.MapToken();
        built.MapRest();
        built.MapSandbox();
        return new ZoomServer(built);
    }

    /// <summary>Starts listening and delivering.</summary>
    public Task StartAsync(CancellationToken ct = default) => app.StartAsync(ct);

    /// <summary>Stops; the state is on disk already.</summary>
    public Task StopAsync(CancellationToken ct = default) => app.StopAsync(ct);

    /// <summary>Stops where that wasn't done: a delivery that is still on its way would otherwise write its end beside whoever clears up.</summary>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static Task StampAsync(TimeProvider clock, HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.Date = clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        context.Response.Headers["x-zm-trackingid"] = "v=2.0;clid=sim;rid=" + context.TraceIdentifier;
        return next(context);
    }
}
