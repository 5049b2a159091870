using System.Text.Json;
using System.Text.Json.Serialization;
using Campus.Clock;
using Campus.Control;
using CanvasSimulator;
using RecordingBot.Hosting;
using RecordingBot.Hosting.Campus;
using ZoomSimulator;

namespace Campus;

/// <summary>The parts of the campus that run in this process: made in their order, ended in the reverse one.</summary>
public sealed class CampusHost : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    // Standard output belongs to the one line that says where everything is.
    private static readonly string[] Quiet =
    [
        "--Logging:Console:LogToStandardErrorThreshold=Trace",
        "--Logging:LogLevel:Microsoft=Warning",
    ];

    private readonly CampusArguments arguments;
    private readonly CampusClock clock;
    private readonly CanvasServer? canvas;
    private readonly ZoomServer? zoom;
    private readonly WebApplication? control;
    private readonly WebApplication? bot;

    /// <summary>Makes the parts; none listens yet.</summary>
    /// <exception cref="IOException">The data folder can't be used.</exception>
    public CampusHost(CampusArguments arguments)
    {
        this.arguments = arguments;
        CampusFolder.Prepare(arguments.DataFolder, arguments.Fresh);
        clock = new(Below("control"));
        var ports = arguments.Ports;
        Addresses = new(Url("bot", ports.Bot), Url("canvas", ports.Canvas), Url("zoom", ports.Zoom), Url("control", ports.Control));
        canvas = Addresses.Canvas is null ? null : CanvasServer.Build(CanvasOptions());
        zoom = Addresses.Zoom is null ? null : ZoomServer.Build(ZoomOptions());
        control = Addresses.Control is null
            ? null
            : ControlServer.Build(new(Addresses.Control, Addresses, clock, Below(CampusDefaults.RecordingsFolder), zoom, Quiet));
        bot = Addresses.Bot is null ? null : RecordingBotHost.Build(BotArguments());
    }

    /// <summary>Where the parts are that run here.</summary>
    public CampusAddresses Addresses { get; }

    /// <summary>The line that says so, as JSON.</summary>
    public string Ready => JsonSerializer.Serialize(Addresses, Json);

    /// <summary>Starts the parts; the bot comes last, so that it finds the others.</summary>
    /// <exception cref="IOException">A port is in use; the message names it.</exception>
    public async Task StartAsync()
    {
        if (canvas is not null)
            await canvas.StartAsync();
        if (zoom is not null)
            await zoom.StartAsync();
        if (control is not null)
            await control.StartAsync();
        if (bot is not null)
            await bot.StartAsync();
    }

    /// <summary>Returns when the process is asked to end.</summary>
    public Task WaitAsync() => Task.WhenAny(new[] { control, bot }.OfType<WebApplication>().Select(app => app.WaitForShutdownAsync()));

    public async ValueTask DisposeAsync()
    {
        foreach (var app in new[] { bot, control }.OfType<WebApplication>())
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
        if (zoom is not null)
            await zoom.DisposeAsync();
        if (canvas is not null)
            await canvas.DisposeAsync();
    }

    private string Below(string folder) => Path.Combine(arguments.DataFolder, folder);

    private string? Url(string host, int port) => arguments.Hosts.Contains(host) ? CampusPorts.Url(port) : null;

    private CanvasServerOptions CanvasOptions() =>
        new()
        {
            DataFolder = Below("canvas"),
            Clock = clock.Time,
            Port = arguments.Ports.Canvas,
        };

    // A bot outside this process is expected on its own port: `dotnet run --project src/RecordingBot -- --environment Campus`.
    private ZoomServerOptions ZoomOptions() =>
        new()
        {
            DataFolder = Below("zoom"),
            // There from the start, as on a computer with Zoom: else the agent's first word would be that it is missing.
            RecordingsFolder = Directory.CreateDirectory(Below(CampusDefaults.RecordingsFolder)).FullName,
            Clock = clock.Time,
            Port = arguments.Ports.Zoom,
            WebhookUrl = new(CampusPorts.Url(arguments.Ports.Bot) + "/zoom/webhooks"),
            ChatUrl = new(CampusPorts.Url(arguments.Ports.Bot) + "/zoom/chat"),
        };

    private string[] BotArguments() =>
        [
            "--environment=" + CampusFeature.Environment,
            "--data=" + arguments.DataFolder,
            .. CampusDefaults.At(arguments.Ports.Bot).Select(setting => $"--{setting.Key}={setting.Value}"),
            .. Quiet,
        ];
}
