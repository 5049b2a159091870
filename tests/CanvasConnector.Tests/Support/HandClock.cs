namespace CanvasConnector.Tests.Support;

/// <summary>A clock that stands still; its timers ring when the test moves it past them.</summary>
internal sealed class HandClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Bell> bells = [];
    private DateTimeOffset now = TestClock.Start;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    public void Move(TimeSpan by)
    {
        List<Bell> due;
        lock (gate)
        {
            now += by;
            due = bells.FindAll(bell => bell.At <= now);
            bells.RemoveAll(bell => bell.At <= now);
        }
        due.ForEach(bell => bell.Callback(bell.State));
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            var bell = new Bell(this, callback, state, now + dueTime);
            bells.Add(bell);
            return bell;
        }
    }

    private sealed record Bell(HandClock Clock, TimerCallback Callback, object? State, DateTimeOffset At) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose()
        {
            lock (Clock.gate)
                Clock.bells.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
