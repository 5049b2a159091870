namespace RecordingBot.Hosting;

/// <summary>Looks at the bot's access to Canvas when it starts, and once a day: tokens are changed, and rights taken away.</summary>
public sealed partial class CanvasAccessWatch(CanvasAccess access, TimeProvider clock, ILogger<CanvasAccessWatch> logger)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do await LookAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>A look that fails, the database being away for one, is no reason to end the program.</summary>
    private async Task LookAsync(CancellationToken ct)
    {
        try
        {
            await access.LookAsync(ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFailed(fault.GetType().Name, fault);
        }
    }

    [LoggerMessage(LogLevel.Warning, "canvas: the look at what the token may failed with {Fault}; the next is tomorrow")]
    private partial void LogFailed(string fault, Exception exception);
}
