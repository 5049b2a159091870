namespace RecordingBot.Hosting;

/// <summary>Looks at the bot's access to Canvas when it starts, and once a day: tokens are changed, and rights taken away.</summary>
public sealed class CanvasAccessWatch(CanvasAccess access, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do await access.LookAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
