using Quartz;

namespace RecordingBot.Hosting;

/// <summary>A doorbell: Quartz rings, the work does what is due (style.md 10).</summary>
[DisallowConcurrentExecution]
public sealed class DueWorkJob<TWork>(TWork work) : IJob
    where TWork : IDueWork
{
    public static readonly JobKey Key = new(typeof(TWork).Name);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await work.RunDueAsync(cancellationToken);
}
