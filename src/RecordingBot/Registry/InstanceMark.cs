using Npgsql;

namespace RecordingBot.Registry;

/// <summary>
/// Shows the other instances that this one lives, by a connection with its name that stays open: a process that is killed loses it at once, and what it
/// had claimed is free without waiting for its leases. Losing it for another reason harms nothing: a claim that somebody else has taken is noticed before
/// anything that can't be undone.
/// </summary>
public sealed partial class InstanceMark(RegistryDatabase database, Instance instance, ILogger<InstanceMark> logger)
    : BackgroundService,
        IHostedLifecycleService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private NpgsqlConnection? mark;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (!database.IsPostgres)
            return;
        await ShowAsync(cancellationToken);
        LogShown(instance.Id);
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        if (mark is not null)
            await mark.DisposeAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!database.IsPostgres)
            return;
        // Real time, whatever a campus's clock shows.
        using var timer = new PeriodicTimer(Look, TimeProvider.System);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var look = mark!.CreateCommand();
                look.CommandText = "SELECT 1";
                await look.ExecuteScalarAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is NpgsqlException or InvalidOperationException or TimeoutException)
            {
                LogLost(fault.GetType().Name);
                await TryShowAsync(stoppingToken);
            }
        }
    }

    private async Task TryShowAsync(CancellationToken ct)
    {
        try
        {
            await ShowAsync(ct);
        }
        catch (NpgsqlException)
        {
            // The database is away; the next look tries again.
        }
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        if (mark is not null)
            await mark.DisposeAsync();
        mark = new(
            new NpgsqlConnectionStringBuilder(database.ConnectionString)
            {
                Pooling = false,
                ApplicationName = instance.SessionName,
            }.ToString()
        );
        await mark.OpenAsync(ct);
    }

    [LoggerMessage(LogLevel.Information, "registry: this is instance {Instance}")]
    private partial void LogShown(string instance);

    [LoggerMessage(LogLevel.Warning, "registry: the connection to the database was lost ({Fault})")]
    private partial void LogLost(string fault);
}
