namespace RecordingBot.Hosting.Campus;

/// <summary>A timer of a <see cref="MovableClock"/>: a real one, armed anew when the clock is moved. Its clock's lock guards it.</summary>
internal sealed class MovableTimer : ITimer
{
    private readonly MovableClock clock;
    private readonly Lock gate;
    private readonly HashSet<MovableTimer> armed;
    private readonly TimerCallback callback;
    private readonly object? state;
    private readonly ITimer inner;
    private TimeSpan period;

    public MovableTimer(
        MovableClock clock,
        TimeProvider real,
        Lock gate,
        HashSet<MovableTimer> armed,
        TimerCallback callback,
        object? state
    )
    {
        (this.clock, this.gate, this.armed, this.callback, this.state) = (clock, gate, armed, callback, state);
        inner = real.CreateTimer(static self => ((MovableTimer)self!).Fire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>When it fires next, on <see cref="MovableClock.Elapsed"/>.</summary>
    public TimeSpan DueAt { get; private set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            if (!inner.Change(dueTime, period))
                return false;
            this.period = period;
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                armed.Remove(this);
                return true;
            }
            DueAt = clock.Elapsed + dueTime;
            armed.Add(this);
            return true;
        }
    }

    /// <summary>Waits only for what is left, after its clock was moved.</summary>
    public void Rearm()
    {
        var left = DueAt - clock.Elapsed;
        inner.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, period);
    }

    public void Dispose()
    {
        lock (gate)
            armed.Remove(this);
        inner.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        lock (gate)
            armed.Remove(this);
        return inner.DisposeAsync();
    }

    private void Fire()
    {
        lock (gate)
        {
            // A move can come while the real timer fires: a single shot stays single.
            if (!armed.Contains(this))
                return;
            if (period > TimeSpan.Zero)
                DueAt = clock.Elapsed + period;
            else
                armed.Remove(this);
        }
        callback(state);
    }
}
