using ZoomSimulator.State;

namespace ZoomSimulator.Sandbox;

/// <summary>Does in running meetings what the API has accepted for them, two seconds of the clock later.</summary>
internal sealed class LiveControl(ZoomTruth truth, CloudPlay cloud, TimeProvider clock) : ByClock(truth, clock)
{
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(2);

    /// <summary>Takes an order on, as part of a change of the state.</summary>
    public void Accept(ZoomState state, long meeting, string act)
    {
        state.LiveOrders.Add(new(meeting, act, Clock.GetUtcNow() + Later));
        SetAlarm(state);
    }

    protected override DateTimeOffset? Next(ZoomState state) => state.LiveOrders.Min(one => (DateTimeOffset?)one.At);

    /// <summary>What has become impossible meanwhile is left undone, as an order that comes too late.</summary>
    protected override void Do(ZoomState state, DateTimeOffset now)
    {
        var due = state.LiveOrders.FindAll(one => one.At <= now);
        state.LiveOrders.RemoveAll(due.Contains);
        foreach (var order in due)
        {
            if (state.Meeting(order.MeetingId) is { Session: { } session } meeting)
                cloud.Do(state, meeting, session, order.Do);
        }
    }
}
