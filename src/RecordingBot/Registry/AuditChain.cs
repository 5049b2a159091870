using Microsoft.EntityFrameworkCore;

namespace RecordingBot.Registry;

/// <summary>
/// Chains every audit entry that is about to be saved, whoever wrote it: its number, the hash of the one before it, its own. The head row is updated
/// first, which locks it on SQLite and PostgreSQL alike until the transaction ends: nobody else can follow the same entry.
/// </summary>
internal static class AuditChain
{
    /// <summary>What a state change is called that nobody wrote an entry for.</summary>
    public const string Unnamed = "registry.changed";

    /// <summary>Makes the entries of this unit of work the chain's next.</summary>
    public static async Task LinkAsync(RegistryContext registry, IReadOnlyList<AuditRow> entries, string? changes, CancellationToken ct)
    {
        foreach (var stale in registry.ChangeTracker.Entries<AuditValueRow>().Where(entry => entry.State is EntityState.Added).ToList())
            stale.State = EntityState.Detached; // of a save that failed, under numbers that others have now
        var count = entries.Count;
        // An UPDATE, so that it waits for whoever is before us; what it returns is the head as it has become.
        var heads = await registry
            .AuditHead.FromSql($"UPDATE \"AuditHead\" SET \"Sequence\" = \"Sequence\" + {count} RETURNING \"Id\", \"Sequence\", \"Hash\"")
            .AsNoTracking()
            .ToListAsync(ct);
        var head = heads.Single();
        var (sequence, hash) = (head.Sequence - count, head.Hash);
        foreach (var entry in entries)
            hash = Link(registry, entry, ++sequence, hash, ReferenceEquals(entry, entries[^1]) ? changes : null);
        await registry.Database.ExecuteSqlAsync($"UPDATE \"AuditHead\" SET \"Hash\" = {hash}", ct);
    }

    private static byte[] Link(RegistryContext registry, AuditRow entry, long sequence, byte[] previous, string? changes)
    {
        var hash = AuditHash.Of(entry, sequence, changes, previous);
        var tracked = registry.Entry(entry);
        tracked.Property(row => row.Sequence).CurrentValue = sequence;
        tracked.Property(row => row.Sequence).IsTemporary = false;
        tracked.Property(row => row.Changes).CurrentValue = changes;
        tracked.Property(row => row.PreviousHash).CurrentValue = previous;
        tracked.Property(row => row.Hash).CurrentValue = hash;
        foreach (var (field, salt, value) in entry.Sealed)
            registry.AuditValues.Add(
                new()
                {
                    Sequence = sequence,
                    Field = field,
                    Salt = salt,
                    Value = value,
                }
            );
        return hash;
    }
}
