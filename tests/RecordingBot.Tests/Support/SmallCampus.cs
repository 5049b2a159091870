using System.Net.Http.Json;
using CanvasSimulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;
using RecordingBot.Hosting;
using RecordingBot.Hosting.Campus;
using RecordingBot.Registry;
using ZoomSimulator;

namespace RecordingBot.Tests.Support;

/// <summary>
/// The real bot beside a Canvas and a Zoom, on one clock that only the test moves. Nobody rings for due work but the test, through the
/// door by which Campus announces a move: what happens happens in order, and has happened when a call returns.
/// </summary>
public sealed class SmallCampus : IAsyncLifetime
{
    /// <summary>When every campus begins: a Monday morning, with no change of clocks within the term.</summary>
    public static readonly DateTimeOffset Beginning = new(2027, 5, 10, 8, 0, 0, TimeSpan.Zero);

    /// <summary>More looks than a lecture's whole life has: a clock that stands still is a fault of the test or of the bot.</summary>
    private const int MostStops = 1000;

    /// <summary>More than any chain of work is long.</summary>
    private const int MostRounds = 60;

    private readonly string folder = Directory.CreateTempSubdirectory("recordingbot-campus-").FullName;
    private readonly MovableClock clock = new(TimeProvider.System);
    private readonly Action<IServiceCollection> change;
    private readonly string[] settings;
    private readonly CanvasServer canvas;
    private readonly ZoomServer zoom;
    private WebApplication? bot;
    private HttpClient http = new();

    public SmallCampus()
        : this(null) { }

    /// <summary>A campus whose bot is built with other services.</summary>
    /// <param name="change">Changes the bot's services each time it is built; null for none.</param>
    /// <param name="settings">Settings of every start, as on the command line.</param>
    internal SmallCampus(Action<IServiceCollection>? change, params string[] settings)
    {
        this.settings = settings;
        this.change = services =>
        {
            Silence(services);
            change?.Invoke(services);
        };
        clock.SetTo(Beginning);
        canvas = CanvasServer.Build(new() { DataFolder = Path.Combine(folder, "canvas"), Clock = clock });
        zoom = ZoomServer.Build(
            new()
            {
                DataFolder = Path.Combine(folder, "zoom"),
                RecordingsFolder = Recordings,
                Clock = clock,
                // A bot that has only just started is slow on a busy machine; Zoom's own patience is tested with the webhooks.
                Patience = TimeSpan.FromMinutes(1),
            }
        );
    }

    /// <summary>What the campus's clock shows.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Where the teacher's computer has its recordings.</summary>
    public string Recordings => Path.Combine(folder, "zoom-recordings");

    /// <summary>Everything that the bot writes.</summary>
    public string Data => Path.Combine(folder, "bot");

    /// <summary>The Zoom around the bot.</summary>
    internal ZoomStage Zoom { get; private set; } = null!;

    /// <summary>The Canvas around the bot.</summary>
    internal CanvasStage Canvas { get; private set; } = null!;

    /// <summary>The bot's doors.</summary>
    internal BotDoors Bot { get; private set; } = null!;

    /// <summary>Ends the work that is under way, as the end of the process would.</summary>
    internal CancellationToken Alive { get; set; }

    /// <summary>The bot's services.</summary>
    public IServiceProvider Services => bot!.Services;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await canvas.StartAsync(Ct);
        await zoom.StartAsync(Ct);
        (Canvas, Zoom) = (new(canvas.Address), new(zoom.Address));
        await StartBotAsync();
    }

    /// <summary>Starts the bot on what it left behind.</summary>
    /// <param name="more">Settings of this start only, as on the command line.</param>
    public async Task StartBotAsync(params string[] more)
    {
        WebApplication starting;
        using (new HostHook(change))
            starting = RecordingBotHost.Build([.. Arguments(), .. settings, .. more]);
        starting.Services.GetRequiredService<MovableClock>().SetOffset(clock.Offset);
        try
        {
            await starting.StartAsync(Ct);
        }
        catch
        {
            await starting.DisposeAsync();
            throw;
        }
        bot = starting;
        http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(bot.Urls.First()) };
        Bot = new(http);
        zoom.WebhookUrl = new(http.BaseAddress, "/zoom/webhooks");
    }

    /// <summary>Ends the bot; Canvas, Zoom and time go on.</summary>
    public async Task StopBotAsync()
    {
        http.Dispose();
        if (bot is null)
            return;
        await bot.StopAsync(CancellationToken.None);
        await bot.DisposeAsync();
        bot = null;
    }

    /// <summary>Ends the bot and starts it on what it left behind.</summary>
    public async Task RestartBotAsync(params string[] settings)
    {
        await StopBotAsync();
        await StartBotAsync(settings);
    }

    /// <summary>Lets everything happen that is due now.</summary>
    /// <returns>When something falls due next; null when nothing waits.</returns>
    public async Task<DateTimeOffset?> SettleAsync()
    {
        for (var round = 0; round < MostRounds; round++)
        {
            // Asked before the bot is: what Zoom delivers while the bot looks may have come too late for that look.
            var delivered = zoom.IsSettled;
            using var alive = CancellationTokenSource.CreateLinkedTokenSource(Ct, Alive);
            using var answer = await http.PostAsJsonAsync("/campus/clock", new ClockOffset(clock.Offset), alive.Token);
            answer.EnsureSuccessStatusCode();
            var told = (await answer.Content.ReadFromJsonAsync<ClockSettled>(Ct))!;
            if (told.Settled && delivered && zoom.IsSettled)
                return zoom.NextDueAt is { } delivery && !(told.Next < delivery) ? delivery : told.Next;
            await Task.Delay(10 * round, alive.Token);
        }
        throw new InvalidOperationException("The campus does not come to rest.");
    }

    /// <summary>Sets the clock while nobody looks: what fell due in between was missed.</summary>
    public void SetClock(DateTimeOffset instant) => clock.SetTo(instant);

    /// <summary>Lets time go by.</summary>
    public Task AdvanceAsync(TimeSpan time) => MoveToAsync(Now + time);

    /// <summary>Lets time go by until an instant, with everything happening at its moment.</summary>
    public async Task MoveToAsync(DateTimeOffset target)
    {
        for (var stop = 0; stop < MostStops; stop++)
        {
            var next = await SettleAsync();
            if (Now >= target)
                return;
            clock.SetTo(next > Now && next < target ? next.Value : target);
        }
        throw new InvalidOperationException("Time does not go by.");
    }

    /// <summary>Does something with services of one unit of work.</summary>
    public async Task<T> WithAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    /// <summary>Reads the registry.</summary>
    public Task<T> ReadAsync<T>(Func<RegistryContext, Task<T>> read) =>
        WithAsync(services => read(services.GetRequiredService<RegistryContext>()));

    public async ValueTask DisposeAsync()
    {
        await StopBotAsync();
        Zoom?.Dispose();
        Canvas?.Dispose();
        await zoom.DisposeAsync();
        await canvas.DisposeAsync();
        using (var pooled = new SqliteConnection($"Data Source={Path.Combine(Data, "registry.db")}"))
            SqliteConnection.ClearPool(pooled);
        Scratch.Remove(folder);
    }

    private string[] Arguments() =>
        [
            "--environment=Campus",
            "--Urls=http://127.0.0.1:0",
            $"--data={Data}",
            $"--Canvas:BaseUrl={canvas.Address}",
            // The connector's own patience is tested with the connector.
            "--Canvas:MaxAttempts=1",
            $"--Zoom:ApiUrl={new Uri(zoom.Address, "/v2")}",
            $"--Zoom:TokenUrl={new Uri(zoom.Address, "/oauth/token")}",
            $"--Agent:Folders:0={Recordings}",
        ];

    /// <summary>Neither Quartz nor Campus's control moves anything here, nobody asks Canvas unasked, and nothing is written to the console.</summary>
    private static void Silence(IServiceCollection services)
    {
        var ringing = services
            .Where(service =>
                service.ServiceType == typeof(IHostedService)
                && (
                    service.ImplementationType == typeof(QuartzHostedService)
                    || service.ImplementationType == typeof(ClockFollower)
                    || service.ImplementationType == typeof(CanvasAccessWatch)
                )
            )
            .ToList();
        if (ringing.Count != 3)
            throw new InvalidOperationException("The host rings by other means than Quartz, the control and the daily look at Canvas.");
        ringing.ForEach(service => services.Remove(service));
        services.RemoveAll<ILoggerProvider>();
    }
}
