using System.Data.Common;
using System.Net;
using System.Net.Http.Json;
using CanvasSimulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
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
    private readonly List<string> kept = [];
    private readonly IPAddress address = OwnAddress.Next();
    private readonly MovableClock clock = new(TimeProvider.System);
    private readonly Action<IServiceCollection> change;
    private readonly string[] settings;
    private CanvasServer? canvas;
    private ZoomServer? zoom;
    private string? postgres;
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
    }

    /// <summary>Changes the services of Canvas and Zoom.</summary>
    internal Action<IServiceCollection>? Peers { get; init; }

    /// <summary>What is due is rung for without the bot's doors: a host that is started a thousand times needn't build them each time.</summary>
    internal bool RingsWithin { get; set; }

    /// <summary>Whether the registry is on PostgreSQL, in a database of its own. The environment can ask for it in every test that says nothing.</summary>
    internal bool OnPostgres { get; init; } = Environment.GetEnvironmentVariable("REGISTRY_ON") == "postgres";

    /// <summary>What the campus's clock shows.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>How far its clock is ahead of this machine's.</summary>
    internal TimeSpan Offset => clock.Offset;

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

    /// <summary>Whether its bot has been started and not ended.</summary>
    internal bool IsRunning => bot is not null;

    /// <summary>Where the bot listens.</summary>
    public Uri Address => http.BaseAddress!;

    /// <summary>The bot's services.</summary>
    public IServiceProvider Services => bot!.Services;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await StartPeersAsync();
        await StartBotAsync();
    }

    /// <summary>Starts Canvas and Zoom on what they left behind, where they were.</summary>
    public async Task StartPeersAsync()
    {
        using (new HostHook(services => Peers?.Invoke(services)))
        {
            canvas = CanvasServer.Build(
                new()
                {
                    DataFolder = Path.Combine(folder, "canvas"),
                    Clock = clock,
                    Address = address,
                    Port = Canvas?.Address.Port ?? 0,
                }
            );
            zoom = ZoomServer.Build(
                new()
                {
                    DataFolder = Path.Combine(folder, "zoom"),
                    RecordingsFolder = Recordings,
                    Clock = clock,
                    // A bot that has only just started is slow on a busy machine; Zoom's own patience is tested with the webhooks.
                    Patience = TimeSpan.FromMinutes(1),
                    Address = address,
                    Port = Zoom?.Address.Port ?? 0,
                }
            );
        }
        // Canvas takes a second port, any that is free: not the one that Zoom comes back to.
        await zoom.StartAsync(Ct);
        await canvas.StartAsync(Ct);
        Canvas?.Dispose();
        Zoom?.Dispose();
        (Canvas, Zoom) = (new(canvas.Address), new(zoom.Address));
        if (OnPostgres && postgres is null)
            postgres = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
    }

    /// <summary>Puts everything aside as it is now; nothing runs afterwards.</summary>
    /// <returns>What <see cref="ReturnAsync"/> goes back to.</returns>
    internal async Task<(string Folder, DateTimeOffset At)> KeepAsync()
    {
        await StopAllAsync();
        var to = Directory.CreateTempSubdirectory("recordingbot-kept-").FullName;
        kept.Add(to);
        Scratch.Copy(folder, to);
        if (postgres is not null)
            await CopyDatabaseAsync(DatabaseName, KeptName);
        return (to, Now);
    }

    /// <summary>Goes back to what was put aside: the files, Canvas, Zoom and the clock. The bot is not started.</summary>
    internal async Task ReturnAsync((string Folder, DateTimeOffset At) to)
    {
        await StopAllAsync();
        Scratch.Empty(folder);
        Scratch.Copy(to.Folder, folder);
        if (postgres is not null)
            await CopyDatabaseAsync(KeptName, DatabaseName);
        clock.SetTo(to.At);
        await StartPeersAsync();
    }

    private string DatabaseName => new NpgsqlConnectionStringBuilder(postgres).Database!;

    private string KeptName => DatabaseName + "_kept";

    /// <summary>
    /// Ends what a bot that is no more has open in its database, as the end of its process would: a transaction that nobody ends would keep its locks, and
    /// connections that wait in this process for another use would be broken ones.
    /// </summary>
    internal async Task DisconnectAsync()
    {
        if (postgres is null)
            return;
        var server = await PostgresServer.SharedAsync();
        await server.ExecuteAsync("postgres", $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{DatabaseName}'");
        NpgsqlConnection.ClearAllPools();
    }

    private static async Task CopyDatabaseAsync(string from, string to)
    {
        var server = await PostgresServer.SharedAsync();
        await server.ExecuteAsync("postgres", $"DROP DATABASE IF EXISTS {to} WITH (FORCE)");
        await server.ExecuteAsync("postgres", $"CREATE DATABASE {to} TEMPLATE {from}");
    }

    /// <summary>Opens a connection of one's own to the registry's database.</summary>
    internal DbConnection Connect() =>
        postgres is not null
            ? new NpgsqlConnection(postgres + ";Pooling=false")
            : new SqliteConnection($"Data Source={Path.Combine(Data, "registry.db")};Mode=ReadOnly;Pooling=False");

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
        zoom!.WebhookUrl = new(http.BaseAddress, "/zoom/webhooks");
        zoom.ChatUrl = new(http.BaseAddress, "/zoom/chat");
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
            var delivered = zoom!.IsSettled;
            using var alive = CancellationTokenSource.CreateLinkedTokenSource(Ct, Alive);
            var told = RingsWithin ? await RingAsync(alive.Token) : await AnnounceAsync(alive.Token);
            if (told.Settled && delivered && zoom.IsSettled)
                return zoom.NextDueAt is { } delivery && !(told.Next < delivery) ? delivery : told.Next;
            await Task.Delay(10 * round, alive.Token);
        }
        throw new InvalidOperationException("The campus does not come to rest.");
    }

    /// <summary>Announces the clock as Campus's control does.</summary>
    private async Task<ClockSettled> AnnounceAsync(CancellationToken ct)
    {
        using var answer = await http.PostAsJsonAsync("/campus/clock", new ClockOffset(clock.Offset), ct);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<ClockSettled>(Ct))!;
    }

    private async Task<ClockSettled> RingAsync(CancellationToken ct)
    {
        Services.GetRequiredService<MovableClock>().SetOffset(clock.Offset);
        var works = Services.GetServices<IDueWork>().ToList();
        DateTimeOffset? next = null;
        for (var round = 0; round < MostRounds; round++)
        {
            foreach (var work in works)
                await work.RunDueAsync(ct);
            next = null;
            foreach (var work in works)
                next = await work.NextDueAsync(ct) is { } due && !(next <= due) ? due : next;
            if (next is null || next > Now)
                return new(next, Settled: true);
        }
        return new(next, Settled: false);
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
        await StopAllAsync();
        Zoom?.Dispose();
        Canvas?.Dispose();
        Scratch.Remove(folder);
        kept.ForEach(Scratch.Remove);
    }

    private async Task StopAllAsync()
    {
        await StopBotAsync();
        if (zoom is not null)
            await zoom.DisposeAsync();
        if (canvas is not null)
            await canvas.DisposeAsync();
        (zoom, canvas) = (null, null);
        await DisconnectAsync();
        if (postgres is not null)
            return;
        using var pooled = new SqliteConnection($"Data Source={Path.Combine(Data, "registry.db")}");
        SqliteConnection.ClearPool(pooled);
    }

    /// <summary>With what the bot is started, as on the command line.</summary>
    internal string[] Arguments() =>
        [
            "--environment=Campus",
            "--Urls=http://127.0.0.1:0",
            $"--data={Data}",
            $"--Canvas:BaseUrl={Canvas.Address}",
            // The connector's own patience is tested with the connector.
            "--Canvas:MaxAttempts=1",
            $"--Zoom:ApiUrl={new Uri(Zoom.Address, "/v2")}",
            $"--Zoom:TokenUrl={new Uri(Zoom.Address, "/oauth/token")}",
            $"--Agent:Folders:0={Recordings}",
            // What no event told of is looked for in tests that say so.
            "--CloudRecordings:LookEvery=1.00:00:00",
            .. postgres is null ? Array.Empty<string>() : [$"--Registry:ConnectionString={postgres}"],
        ];

    /// <summary>Neither Quartz, the doorbell nor Campus's control moves anything here, nobody asks Canvas unasked, and nothing is written to the console.</summary>
    private static void Silence(IServiceCollection services)
    {
        var ringing = services
            .Where(service =>
                service.ServiceType == typeof(IHostedService)
                && (
                    service.ImplementationType == typeof(QuartzHostedService)
                    || service.ImplementationFactory?.Method.ReturnType == typeof(Doorbell)
                    || service.ImplementationType == typeof(ClockFollower)
                    || service.ImplementationType == typeof(CanvasAccessWatch)
                )
            )
            .ToList();
        if (ringing.Count != 4)
            throw new InvalidOperationException(
                "The host rings by other means than Quartz, the doorbell, the control and the daily look at Canvas."
            );
        ringing.ForEach(service => services.Remove(service));
        services.RemoveAll<ILoggerProvider>();
    }
}
