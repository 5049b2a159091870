using Microsoft.EntityFrameworkCore;

namespace RecordingBot.Registry;

/// <summary>
/// Takes in what an older version wrote without a chain: its entries are hashed once, in their order, and the first chained entry
/// (<c>audit.began</c>) follows the last of them. So they stay as they are, and from then on a change of one of them shows too.
/// </summary>
public static class AuditBeginning
{
    /// <summary>The action of the entry that says where the chain begins.</summary>
    public const string Action = "audit.began";

    /// <summary>Begins the chain where entries lie without one; else does nothing.</summary>
    public static async Task EnsureAsync(RegistryContext registry, TimeProvider clock, CancellationToken ct)
    {
        if (
            !await registry.Audit.AnyAsync(entry => entry.Hash == null, ct)
            || await registry.Audit.AnyAsync(entry => entry.Hash != null, ct)
        )
            return;
        await using var transaction = await registry.Database.BeginTransactionAsync(ct);
        var (last, count, hash) = (0L, 0, AuditHash.Nothing);
        await foreach (var entry in registry.Audit.AsNoTracking().OrderBy(row => row.Sequence).AsAsyncEnumerable().WithCancellation(ct))
            (last, count, hash) = (entry.Sequence, count + 1, AuditHash.Of(entry, entry.Sequence, entry.Changes, hash));
        await registry.Database.ExecuteSqlAsync($"UPDATE \"AuditHead\" SET \"Sequence\" = {last}, \"Hash\" = {hash}", ct);
        registry.Audit.Add(
            new()
            {
                At = clock.GetUtcNow(),
                Actor = "bot",
                Action = Action,
                Subject = "log:audit",
                Before = $"{count} entries",
            }
        );
        await registry.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
