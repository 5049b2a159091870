namespace Campus.Clock;

/// <summary>
/// Moves the clock as time would have passed: from one moment at which something falls due to the next, and everyone does what is due there
/// before it goes on. So a warning for Monday is sent on Monday, however far the clock is moved.
/// </summary>
public sealed class ClockMover(CampusClock clock, IEnumerable<IClockParty> parties) : IDisposable
{
    /// <summary>How much real time a move may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly SemaphoreSlim turn = new(1);
    private readonly IReadOnlyList<IClockParty> parties = [.. parties];
    private volatile bool settled = true;

    /// <summary>How the clock stands now.</summary>
    public ClockReading Read() => new(clock.Time.GetUtcNow(), settled && turn.CurrentCount > 0);

    /// <summary>Moves the clock; answers when nothing due is left, or when <see cref="Patience"/> ran out and the clock was set to its target all the same.</summary>
    /// <exception cref="FormatException">The move makes no sense from where the clock stands.</exception>
    public async Task<ClockReading> MoveAsync(ClockMove move, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            var target = move.From(clock.Time.GetUtcNow());
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
            patience.CancelAfter(Patience);
            settled = await StepAsync(target, patience.Token);
            ct.ThrowIfCancellationRequested();
            clock.MoveTo(target);
        }
        finally
        {
            turn.Release();
        }
        return Read();
    }

    public void Dispose() => turn.Dispose();

    private async Task<bool> StepAsync(DateTimeOffset target, CancellationToken patience)
    {
        try
        {
            while (true)
            {
                var now = clock.Time.GetUtcNow();
                var stand = await SettleAsync(patience);
                if (!stand.Done || stand.Next <= now)
                    await Task.Delay(Pause, patience);
                else if (stand.Next is { } next && next <= target)
                    clock.MoveTo(next);
                else if (now < target)
                    clock.MoveTo(target);
                else
                    return true;
            }
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task<Settled> SettleAsync(CancellationToken ct)
    {
        var stand = Settled.AtRest;
        foreach (var party in parties)
            stand = stand.And(await party.SettleAsync(clock.Time.Offset, ct));
        return stand;
    }
}
