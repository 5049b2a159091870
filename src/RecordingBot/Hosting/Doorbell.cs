using System.Collections.Concurrent;
using System.Threading.Channels;
using RecordingBot.Registry;

namespace RecordingBot.Hosting;

/// <summary>
/// Runs due work in this instance whenever somebody rings: Quartz, or whoever has just left something to do, who needn't wait for the next tick then. A
/// lost ring costs a tick and no more.
/// </summary>
public sealed partial class Doorbell(
    IServiceProvider services,
    IEnumerable<LocalTick> ticks,
    RegistryDatabase database,
    Turns turns,
    LastRuns runs,
    TimeProvider clock,
    ILogger<Doorbell> logger
) : BackgroundService
{
    private readonly ConcurrentDictionary<Type, Channel<bool>> bells = new();

    /// <summary>Ends work that is under way when the host has waited long enough for it.</summary>
    private readonly CancellationTokenSource end = new();

    /// <summary>Asks for a run of <typeparamref name="TWork"/>; returns without waiting for it.</summary>
    public Task RingAsync<TWork>(CancellationToken ct)
        where TWork : IDueWork
    {
        ct.ThrowIfCancellationRequested();
        Ring(typeof(TWork));
        return Task.CompletedTask;
    }

    /// <summary>Lets what runs come to its end, as long as the host is patient.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await using (cancellationToken.Register(end.Cancel))
            await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        end.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var loops = services.GetServices<IDueWork>().Select(work => AnswerAsync(work, stoppingToken));
        // SQLite has one instance, for which Quartz rings.
        var clocks = database.IsPostgres ? ticks.Select(tick => TickAsync(tick, stoppingToken)) : [];
        await Task.WhenAll(loops.Concat(clocks));
    }

    private void Ring(Type work) => Bell(work).Writer.TryWrite(true);

    /// <summary>Ten rings before the first is answered are one.</summary>
    private Channel<bool> Bell(Type work) =>
        bells.GetOrAdd(
            work,
            _ =>
                Channel.CreateBounded<bool>(
                    new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true }
                )
        );

    private async Task AnswerAsync(IDueWork work, CancellationToken ct)
    {
        var bell = Bell(work.GetType());
        while (await bell.Reader.WaitToReadAsync(ct))
        {
            bell.Reader.TryRead(out _);
            await RunAsync(work);
        }
    }

    private async Task RunAsync(IDueWork work)
    {
        runs.Began(work);
        try
        {
            await turns.RunAsync(work, end.Token);
            runs.Ended(work, fault: null);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The host has waited long enough; what was under way is found and finished at the next start.
        }
        catch (Exception fault)
        {
            runs.Ended(work, fault);
            LogFailed(work.GetType().Name, fault.GetType().Name, fault);
        }
    }

    private async Task TickAsync(LocalTick tick, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(tick.Every, clock);
        do Ring(tick.Work);
        while (await timer.WaitForNextTickAsync(ct));
    }

    [LoggerMessage(LogLevel.Error, "work: {Work} ended with {Fault}; it is rung for again")]
    private partial void LogFailed(string work, string fault, Exception exception);
}
