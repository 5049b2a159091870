using Microsoft.Extensions.Hosting;
using ZoomSimulator.State;

namespace ZoomSimulator.Sandbox;

/// <summary>Does in running meetings what the API has accepted for them, two seconds of the clock later.</summary>
internal sealed class LiveControl : IHostedService, IDisposable
{
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(2);

    private readonly ZoomTruth truth;

    private readonly CloudPlay cloud;

    private readonly TimeProvider clock;

    private readonly ITimer alarm;

    public LiveControl(ZoomTruth truth, CloudPlay cloud, TimeProvider clock)
    {
        (this.truth, this.cloud, this.clock) = (truth, cloud, clock);
        alarm = clock.CreateTimer(_ => DoDue(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public DateTimeOffset? NextDueAt => truth.Read(Next);

    public bool IsSettled => !(NextDueAt <= clock.GetUtcNow());

    /// <summary>Takes an order on, as part of a change of the state.</summary>
    public void Accept(ZoomState state, long meeting, string act)
    {
        state.LiveOrders.Add(new(meeting, act, clock.GetUtcNow() + Later));
        SetAlarm(Next(state));
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        DoDue();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => alarm.Dispose();

    private static DateTimeOffset? Next(ZoomState state) => state.LiveOrders.Min(one => (DateTimeOffset?)one.At);

    private void DoDue()
    {
        if (!IsSettled)
            truth.Change(DoDue);
        SetAlarm(NextDueAt);
    }

    /// <summary>What has become impossible meanwhile is left undone, as an order that comes too late.</summary>
    private void DoDue(ZoomState state)
    {
        var due = state.LiveOrders.FindAll(one => one.At <= clock.GetUtcNow());
        state.LiveOrders.RemoveAll(due.Contains);
        foreach (var order in due)
        {
            if (state.Meeting(order.MeetingId) is { Session: { } session } meeting)
                cloud.Do(state, meeting, session, order.Do);
        }
    }

    private void SetAlarm(DateTimeOffset? next)
    {
        var wait = next - clock.GetUtcNow() ?? Timeout.InfiniteTimeSpan;
        alarm.Change(next is not null && wait < TimeSpan.Zero ? TimeSpan.Zero : wait, Timeout.InfiniteTimeSpan);
    }
}
