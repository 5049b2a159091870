using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Registry;

namespace KillPoints.Seams;

/// <summary>
/// Ends the bot's process at the n-th point that it passes: before and after what it writes to its database and its files, and around each of its calls.
/// A dead process does nothing more: whatever it still tries, in a catch or a finally, fails before it has an effect, until the next is started.
/// </summary>
internal sealed class Fate : IDisposable
{
    private readonly Lock gate = new();
    private readonly List<string> passed = [];
    private CancellationTokenSource alive = new();
    private int life;
    private int left;
    private bool isArmed;

    /// <summary>Whether it has struck.</summary>
    public bool IsDead { get; private set; }

    /// <summary>Ends when it strikes: the dead wait for nothing.</summary>
    public CancellationToken Alive => alive.Token;

    /// <summary>Whether points count.</summary>
    public bool IsArmed => isArmed || IsDead;

    /// <summary>What was passed since it was armed; the last one is where it struck.</summary>
    public IReadOnlyList<string> Passed => passed;

    /// <summary>From now on it counts, and strikes at this one.</summary>
    public void Arm(int at)
    {
        lock (gate)
        {
            passed.Clear();
            alive.Dispose();
            alive = new();
            (left, isArmed, IsDead) = (at, true, false);
        }
    }

    /// <summary>Counts no longer; what is dead stays so.</summary>
    public void Disarm() => isArmed = false;

    /// <summary>The dead process is gone, and another may be started.</summary>
    public void Bury()
    {
        lock (gate)
        {
            life++;
            (isArmed, IsDead) = (false, false);
        }
    }

    /// <summary>Puts the database of a host that is being built under this fate.</summary>
    public void Into(IServiceCollection services)
    {
        var seam = new DatabaseSeam(this, life);
        services.ConfigureDbContext<RegistryContext>(options => options.AddInterceptors(seam));
    }

    /// <summary>A point of a process; it ends at the one.</summary>
    public void Pass(string point, int? of = null)
    {
        if (Strikes(point, of))
            throw new KilledException();
    }

    /// <summary>Fails where the process is no more; counts nothing.</summary>
    public void Check(int of)
    {
        if (IsDead || of != life)
            throw new KilledException();
    }

    /// <summary>True where the process is no more.</summary>
    public bool Strikes(string point, int? of = null)
    {
        lock (gate)
        {
            if (IsDead || (of is { } its && its != life))
                return true;
            if (!isArmed)
                return false;
            passed.Add(point);
            if (--left != 0)
                return false;
            (isArmed, IsDead) = (false, true);
            // Not on this thread: whoever hears of it may pass a point of its own.
            _ = alive.CancelAsync();
            return true;
        }
    }

    public void Dispose() => alive.Dispose();
}
