using Quartz;

namespace RecordingBot.Hosting;

/// <summary>Quartz rings, the work does what is due (style.md 10). It returns at once: Quartz has nothing to recover when an instance stops.</summary>
public sealed class DueWorkJob<TWork>(Doorbell doorbell) : IJob
    where TWork : IDueWork
{
    public static readonly JobKey Key = new(typeof(TWork).Name);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await doorbell.RingAsync<TWork>(cancellationToken);
}
