using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;

namespace RecordingBot.Hosting;

/// <summary>How things stand in the registry, for whoever measures; read at most every few seconds, and unknown while the registry can't be read.</summary>
public sealed partial class Standing(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Standing> logger)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private (long At, Figures? Figures)? read;

    /// <summary>The figures, no older than some seconds; null where there are none to be had.</summary>
    public Figures? Now
    {
        get
        {
            lock (gate)
            {
                if (read is not { } last || TimeProvider.System.GetElapsedTime(last.At) > Fresh)
                    read = last = (TimeProvider.System.GetTimestamp(), TryRead());
                return last.Figures;
            }
        }
    }

    private Figures? TryRead()
    {
        try
        {
            return Read();
        }
        // Npgsql tells of a database that is away as of an invalid operation.
        catch (Exception fault) when (fault is DbException or InvalidOperationException or TimeoutException)
        {
            LogUnread(fault.GetType().Name);
            return null;
        }
    }

    private Figures Read()
    {
        using var scope = scopes.CreateScope();
        var registry = scope.ServiceProvider.GetRequiredService<RegistryContext>();
        var now = clock.GetUtcNow();
        var late = now - Late;
        var open = registry.Tasks.AsNoTracking().Where(task => task.ClosedAt == null);
        return new(
            registry.Recordings.Count(row => row.NextCheckAt <= now),
            registry.Recordings.Count(row => row.NextCheckAt < late),
            open.Count(),
            open.Min(task => (DateTimeOffset?)task.Since) is { } since ? (now - since).TotalSeconds : 0,
            registry.Guards.Count(guard => guard.EndedAt == null)
        );
    }

    [LoggerMessage(LogLevel.Warning, "metrics: the registry's figures can't be read ({Fault})")]
    private partial void LogUnread(string fault);

    /// <summary>The figures of one look.</summary>
    /// <param name="Due">Recordings to look at now.</param>
    /// <param name="Overdue">Those that have waited long.</param>
    /// <param name="Tasks">Open tasks.</param>
    /// <param name="OldestTask">How long the oldest has waited, in seconds; 0 where there is none.</param>
    /// <param name="Guards">Tripped guards.</param>
    public sealed record Figures(int Due, int Overdue, int Tasks, double OldestTask, int Guards);
}
