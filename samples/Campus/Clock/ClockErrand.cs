namespace Campus.Clock;

/// <summary>A move of the clock that was asked for at the control's page. It goes on by itself; the page looks in on it.</summary>
public sealed class ClockErrand(ClockMover mover, CampusClock clock, IHostApplicationLifetime host)
{
    /// <summary>Most moves are over before anyone would call it waiting.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1.5);

    private readonly Lock turn = new();
    private Task<bool> running = Task.FromResult(true);
    private (DateTimeOffset From, DateTimeOffset To) way;

    /// <summary>A move goes on.</summary>
    public bool Runs => !running.IsCompleted;

    /// <summary>Whether everything due was done when the latest move was over.</summary>
    public bool Settled => running is { IsCompletedSuccessfully: true, Result: true };

    /// <summary>Where the clock stands, where it goes, and how much of the way is behind it, in percent.</summary>
    public (DateTimeOffset Now, DateTimeOffset To, int Percent) Progress
    {
        get
        {
            var ((from, to), now) = (way, clock.Time.GetUtcNow());
            return (now, to, to > from ? (int)Math.Clamp(100 * (now - from) / (to - from), 0, 100) : 100);
        }
    }

    /// <summary>Begins a move, unless one goes on, and stays with it for a moment.</summary>
    /// <exception cref="FormatException">The move makes no sense from where the clock stands.</exception>
    public async Task BeginAsync(ClockMove move)
    {
        lock (turn)
        {
            if (!Runs)
                (way, running) = (WayOf(move), RunAsync(move));
        }
        await Task.WhenAny(running, Task.Delay(Moment));
    }

    private (DateTimeOffset, DateTimeOffset) WayOf(ClockMove move)
    {
        var now = clock.Time.GetUtcNow();
        return (now, move.From(now));
    }

    private async Task<bool> RunAsync(ClockMove move) => (await mover.MoveAsync(move, host.ApplicationStopping)).Settled;
}
