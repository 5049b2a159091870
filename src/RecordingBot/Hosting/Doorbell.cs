using Quartz;

namespace RecordingBot.Hosting;

/// <summary>Rings for due work now rather than at the next tick. A lost ring costs a tick and no more.</summary>
public sealed class Doorbell(ISchedulerFactory schedulers)
{
    /// <summary>Asks for a run of <typeparamref name="TWork"/>; returns without waiting for it.</summary>
    public async Task RingAsync<TWork>(CancellationToken ct)
        where TWork : IDueWork
    {
        var scheduler = await schedulers.GetScheduler(ct);
        if (scheduler.Status is SchedulerStatus.Running && await scheduler.Exists(DueWorkJob<TWork>.Key, ct))
            await scheduler.TriggerJob(DueWorkJob<TWork>.Key, ct);
    }
}
