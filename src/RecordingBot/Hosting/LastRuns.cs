using System.Collections.Concurrent;

namespace RecordingBot.Hosting;

/// <summary>When each piece of due work last came to its end in this instance, and whether well. Real time, whatever a campus's clock shows.</summary>
public sealed class LastRuns
{
    private readonly ConcurrentDictionary<Type, (long At, string? Fault)> ends = new();
    private readonly ConcurrentDictionary<Type, bool> running = new();
    private readonly long began = TimeProvider.System.GetTimestamp();

    /// <summary>A run has begun.</summary>
    public void Began(IDueWork work) => running[work.GetType()] = true;

    /// <summary>A run has ended.</summary>
    /// <param name="work">The work.</param>
    /// <param name="fault">What ended it; null where it came to its end.</param>
    public void Ended(IDueWork work, Exception? fault)
    {
        ends[work.GetType()] = (TimeProvider.System.GetTimestamp(), fault?.GetType().Name);
        running.TryRemove(work.GetType(), out _);
    }

    /// <summary>Whether a work is being done at this moment.</summary>
    public bool IsRunning<TWork>()
        where TWork : IDueWork => running.ContainsKey(typeof(TWork));

    /// <summary>How long ago a work's last run ended (the start of the program, where none has), and what ended it.</summary>
    public (TimeSpan Ago, string? Fault) Of<TWork>()
        where TWork : IDueWork
    {
        var (at, fault) = ends.TryGetValue(typeof(TWork), out var known) ? known : (began, null);
        return (TimeProvider.System.GetElapsedTime(at), fault);
    }
}
