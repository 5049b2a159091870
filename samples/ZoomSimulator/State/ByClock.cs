using Microsoft.Extensions.Hosting;

namespace ZoomSimulator.State;

/// <summary>Something that happens in the truth by the clock: each time at its moment, and what fell due while nobody ran, at the start.</summary>
internal abstract class ByClock : IHostedService, IDisposable
{
    private readonly ZoomTruth truth;
    private readonly ITimer alarm;

    protected ByClock(ZoomTruth truth, TimeProvider clock)
    {
        (this.truth, Clock) = (truth, clock);
        alarm = clock.CreateTimer(_ => DoDue(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>When the next piece of it is due; null when nothing waits.</summary>
    public DateTimeOffset? NextDueAt => truth.Read(Next);

    /// <summary>Nothing of it is due now.</summary>
    public bool IsSettled => !(NextDueAt <= Clock.GetUtcNow());

    protected TimeProvider Clock { get; }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        DoDue();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => alarm.Dispose();

    protected abstract DateTimeOffset? Next(ZoomState state);

    /// <summary>Does what is due, as part of a change of the state.</summary>
    protected abstract void Do(ZoomState state, DateTimeOffset now);

    /// <summary>Something else may be next now; as part of a change of the state.</summary>
    protected void SetAlarm(ZoomState state) => SetAlarm(Next(state));

    private void DoDue()
    {
        if (IsSettled)
            SetAlarm(NextDueAt);
        else
            truth.Change(state =>
            {
                Do(state, Clock.GetUtcNow());
                SetAlarm(state);
            });
    }

    private void SetAlarm(DateTimeOffset? next)
    {
        var wait = next - Clock.GetUtcNow() ?? Timeout.InfiniteTimeSpan;
        alarm.Change(next is not null && wait < TimeSpan.Zero ? TimeSpan.Zero : wait, Timeout.InfiniteTimeSpan);
    }
}
