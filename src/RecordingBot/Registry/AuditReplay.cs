using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace RecordingBot.Registry;

/// <summary>The state that the audit's entries give one after the other, held against the tables (I7).</summary>
internal sealed class AuditReplay
{
    private readonly Dictionary<string, Dictionary<string, string?>?> told = new(StringComparer.Ordinal);
    private readonly List<string> differences = [];
    private readonly SortedDictionary<string, int> compared = new(StringComparer.Ordinal);
    private bool hasOlder;

    private AuditReplay() { }

    /// <summary>What differs, a sentence each.</summary>
    public IReadOnlyList<string> Differences => differences;

    /// <summary>How many objects of each kind were compared.</summary>
    public IReadOnlyDictionary<string, int> Compared => compared;

    /// <summary>Objects that an older version made, before the log told of states.</summary>
    public int Older { get; private set; }

    /// <summary>Replays and compares, on one snapshot.</summary>
    public static async Task<AuditReplay> OfAsync(RegistryContext registry, CancellationToken ct)
    {
        var replay = new AuditReplay();
        registry.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        await registry.Database.OpenConnectionAsync(ct);
        await using var snapshot = AuditScan.Snapshot(registry.Database.GetDbConnection());
        await registry.Database.UseTransactionAsync(snapshot, ct);
        await foreach (
            var (action, changes) in registry
                .Audit.OrderBy(entry => entry.Sequence)
                .Where(entry => entry.Changes != null || entry.Action == AuditBeginning.Action)
                .Select(entry => ValueTuple.Create(entry.Action, entry.Changes))
                .AsAsyncEnumerable()
                .WithCancellation(ct)
        )
            replay.Take(action, changes);
        foreach (var rows in AuditedState.Rows(registry))
        {
            await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
                replay.Compare(row);
        }
        foreach (var missing in replay.told.Where(one => one.Value is not null))
            replay.differences.Add($"{missing.Key}: in the log, and not in the registry.");
        return replay;
    }

    private void Take(string action, string? changes)
    {
        hasOlder |= action == AuditBeginning.Action;
        if (changes is null)
            return;
        foreach (var change in JsonElement.Parse(changes).EnumerateObject())
        {
            if (change.Value.ValueKind is JsonValueKind.Null)
            {
                told[change.Name] = null;
                continue;
            }
            if (!told.TryGetValue(change.Name, out var columns) || columns is null)
                told[change.Name] = columns = new(StringComparer.Ordinal);
            foreach (var column in change.Value.EnumerateObject())
                columns[string.Intern(column.Name)] = column.Value.GetString();
        }
    }

    private void Compare(object row)
    {
        var (named, columns) = AuditedState.Of(row);
        if (!told.Remove(named, out var log) || log is null)
        {
            if (hasOlder)
                Older++;
            else
                differences.Add($"{named}: in the registry, and not in the log.");
            return;
        }
        var kind = named[..named.IndexOf(':', StringComparison.Ordinal)];
        compared[kind] = compared.GetValueOrDefault(kind) + 1;
        foreach (var (column, value) in columns)
        {
            // Of what is older than the log's states, only what changed since is known.
            if (!log.TryGetValue(column, out var replayed) && hasOlder)
                continue;
            if (!string.Equals(replayed, value, StringComparison.Ordinal))
                differences.Add($"{named}: {column} is {replayed ?? "nothing"} by the log, and {value ?? "nothing"} in the registry.");
        }
    }
}
