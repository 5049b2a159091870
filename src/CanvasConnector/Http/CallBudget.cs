namespace CanvasConnector.Http;

/// <summary>
/// The token's share of Canvas's patience, kept for all calls together (facts: Canvas 2.2). Canvas holds back a share for
/// each call until it ends, and refuses one that finds no room for its own; what it tells with an answer is without that
/// call's share, and with those of the others under way. A refusal makes everybody wait. Whoever may not start stands in line.
/// </summary>
internal sealed class CallBudget(TimeProvider time, TimeSpan longestWait)
{
    private const double HeldBackPerCall = 50;
    private const double RefillPerSecond = 10;

    private readonly Lock gate = new();
    private readonly LinkedList<TaskCompletionSource> line = new();
    private int running;

    // What there is for all calls under way and to come; null while nobody knows.
    private double? room;
    private DateTimeOffset pausedUntil;
    private DateTimeOffset refilledAt;
    private ITimer? alarm;

    /// <summary>Waits for its turn; what has entered must leave.</summary>
    public Task EnterAsync(CancellationToken ct)
    {
        if (ct.IsCancellationRequested)
            return Task.FromCanceled(ct);
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            line.AddLast(turn);
            StartWhoMay();
        }
        if (!turn.Task.IsCompleted)
            _ = ForgetAfterAsync(turn.Task, ct.Register(() => Withdraw(turn, ct)));
        return turn.Task;
    }

    /// <summary>Gives the place back with what the answer told.</summary>
    /// <param name="told">What remains, and what the call cost; null where the answer did not say, or there was none.</param>
    /// <param name="pause">How long everybody is to wait because Canvas refused; null if it did not.</param>
    public void Leave((double? Remaining, double? Cost) told, TimeSpan? pause)
    {
        lock (gate)
        {
            running--;
            if (pause is { } wait)
                Pause(wait);
            else if (told.Remaining is { } left)
                Hear(left, told.Cost ?? 0);
            StartWhoMay();
        }
    }

    // After a refusal nobody knows what is left: the next call goes alone and finds out.
    private void Pause(TimeSpan wait)
    {
        room = null;
        pausedUntil = Later(pausedUntil, time.GetUtcNow() + (wait < longestWait ? wait : longestWait));
    }

    // How many of the others' shares Canvas had held back when it told, nobody here knows: none at least, all at most.
    // Between these bounds the room is what it was, less what the call cost. Whoever is alone learns it exactly.
    private void Hear(double left, double cost)
    {
        var now = Math.Clamp((room ?? left) - cost, left, left + (HeldBackPerCall * running));
        room = now;
        // With too little left even for one, no further answer would ever tell of a better state: time does.
        // A second more than it takes, because a call that fills the bucket to its brim is refused.
        var seconds = Math.Clamp(((HeldBackPerCall - now) / RefillPerSecond) + 1, 1, longestWait.TotalSeconds);
        refilledAt = now > HeldBackPerCall ? default : time.GetUtcNow() + TimeSpan.FromSeconds(seconds);
    }

    private void StartWhoMay()
    {
        while (line.First is { } first && MayStart())
        {
            line.RemoveFirst();
            running++;
            first.Value.SetResult();
        }
        if (line.First is not null)
            SetAlarm();
    }

    private bool MayStart()
    {
        var now = time.GetUtcNow();
        if (now < pausedUntil)
            return false;
        // One share is left free, for whatever else the token is used for.
        return running == 0 ? now >= refilledAt : room > HeldBackPerCall * (running + 2);
    }

    // Not needed while calls are under way and nothing pauses: the next to leave looks at the line.
    private void SetAlarm()
    {
        var wait = (running == 0 ? Later(pausedUntil, refilledAt) : pausedUntil) - time.GetUtcNow();
        if (wait > TimeSpan.Zero)
            alarm ??= time.CreateTimer(_ => Ring(), null, wait, Timeout.InfiniteTimeSpan);
    }

    private void Ring()
    {
        lock (gate)
        {
            alarm?.Dispose();
            alarm = null;
            StartWhoMay();
        }
    }

    private void Withdraw(TaskCompletionSource turn, CancellationToken ct)
    {
        lock (gate)
        {
            if (line.Remove(turn))
                turn.SetCanceled(ct);
        }
    }

    private static async Task ForgetAfterAsync(Task turn, CancellationTokenRegistration withdrawal)
    {
        await turn.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await withdrawal.DisposeAsync();
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
