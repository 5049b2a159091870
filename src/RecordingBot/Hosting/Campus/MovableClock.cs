namespace RecordingBot.Hosting.Campus;

/// <summary>
/// A clock that runs like the real one and can be set: everything that waits on it (delays, periodic timers, Quartz) goes on at once
/// when its moment is passed. A move backwards changes what the clock shows, and takes nothing from what has been waited for already.
/// </summary>
public sealed class MovableClock(TimeProvider real) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly HashSet<MovableTimer> armed = [];
    private TimeSpan offset;
    private TimeSpan skipped;

    /// <summary>How far the clock is ahead of the real one; negative when it is behind.</summary>
    public TimeSpan Offset
    {
        get
        {
            lock (gate)
                return offset;
        }
    }

    /// <summary>Time since a fixed point: never goes back, and jumps when the clock is moved forward.</summary>
    internal TimeSpan Elapsed => real.GetElapsedTime(0) + skipped;

    public override long TimestampFrequency => real.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + Offset;

    public override long GetTimestamp()
    {
        lock (gate)
            return real.GetTimestamp() + (long)(skipped.TotalSeconds * real.TimestampFrequency);
    }

    /// <summary>Sets the clock to show this much more (or less) than the real one. Timers that are due by then fire, the earliest first.</summary>
    public void SetOffset(TimeSpan value)
    {
        lock (gate)
        {
            var by = value - offset;
            offset = value;
            if (by <= TimeSpan.Zero)
                return;
            skipped += by;
            foreach (var timer in armed.OrderBy(timer => timer.DueAt))
                timer.Rearm();
        }
    }

    /// <summary>Sets the clock to an instant, from which it runs on.</summary>
    public void SetTo(DateTimeOffset now) => SetOffset(now - real.GetUtcNow());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new MovableTimer(this, real, gate, armed, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }
}
