namespace RecordingBot.Registry;

/// <summary>
/// Work that is done in a lease's name (security.md 6): the lease is renewed while the work goes on, and read again before anything that can't be undone.
/// Whoever was only paused finds it lost before it does harm.
/// </summary>
public sealed partial class Leases(ILogger<Leases> logger)
{
    /// <summary>How long a lease holds that is not renewed.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(60);

    /// <summary>How often it is renewed while its work goes on.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(20);

    /// <summary>What must be left of it before something that can't be undone.</summary>
    public static readonly TimeSpan Enough = TimeSpan.FromSeconds(20);

    private readonly AsyncLocal<Held?> current = new();

    /// <summary>Works in a lease's name: from here on everything that is changed outside needs it.</summary>
    /// <returns>False where it was lost before or on the way.</returns>
    public async Task<bool> WorkAsync(Lease lease, Func<CancellationToken, Task> work, CancellationToken ct)
    {
        if (!await lease.RenewAsync(ct))
            return false;
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var renewing = KeepAsync(lease, lost, done.Token);
        var outer = current.Value;
        current.Value = new(lease, outer);
        try
        {
            await work(lost.Token);
            return true;
        }
        catch (Exception fault) when (IsLoss(fault))
        {
            return false;
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            current.Value = outer;
            await done.CancelAsync();
            await renewing;
        }
    }

    /// <summary>
    /// Reads the lease again in whose name this is done; to be called just before anything that can't be undone. What is done in nobody's name passes, a
    /// person's own act for one.
    /// </summary>
    /// <exception cref="ClaimLostException">It is somebody else's, or has less than <see cref="Enough"/> left.</exception>
    public async Task StandAsync(CancellationToken ct)
    {
        for (var held = current.Value; held is not null; held = held.Outer)
        {
            if (!await held.Lease.StandsAsync(ct))
                throw new ClaimLostException();
        }
    }

    /// <summary>A connector tells of a call that was not let out in its own words, with the reason inside.</summary>
    private static bool IsLoss(Exception? fault)
    {
        while (fault is not (null or ClaimLostException))
            fault = fault.InnerException;
        return fault is not null;
    }

    /// <summary>Real time, whatever a campus's clock shows: it is the work that takes it.</summary>
    private async Task KeepAsync(Lease lease, CancellationTokenSource lost, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Renewal, TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(ct))
            {
                if (await TryRenewAsync(lease, ct))
                    continue;
                await lost.CancelAsync();
                return;
            }
        }
        catch (OperationCanceledException)
        {
            // The work is done.
        }
    }

    /// <summary>A database that doesn't answer takes no lease away: it is asked again just before anything that can't be undone.</summary>
    private async Task<bool> TryRenewAsync(Lease lease, CancellationToken ct)
    {
        try
        {
            return await lease.RenewAsync(ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogNotRenewed(fault.GetType().Name);
            return true;
        }
    }

    /// <summary>A lease in whose name something is done, within what is done in another's.</summary>
    private sealed record Held(Lease Lease, Held? Outer);

    [LoggerMessage(LogLevel.Warning, "registry: a lease could not be renewed ({Fault})")]
    private partial void LogNotRenewed(string fault);
}
