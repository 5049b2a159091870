using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;

namespace RecordingBot.Expiry;

/// <summary>The messages about recordings that end: gathered for a person, and claimed for one attempt at a time.</summary>
public sealed class DigestBook(RegistryContext registry, TimeProvider clock)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    /// <summary>The warnings that are noted and in no message yet.</summary>
    public static IQueryable<WarningRow> Unsent(RegistryContext registry) =>
        registry.Warnings.AsNoTracking().Where(row => row.AcceptedAt == null && row.DigestId == null);

    /// <summary>Writes down the message that is to be sent, and takes everything into it that the person has to be told. Each warning gets into one.</summary>
    public async Task GatherAsync(Guid? person, string? canvasUser, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var digest = new DigestRow
        {
            Id = Guid.CreateVersion7(now),
            PersonId = person,
            CanvasUserId = canvasUser,
            At = now,
            NextAttemptAt = now,
        };
        await using var transaction = await registry.Database.BeginTransactionAsync(ct);
        registry.Digests.Add(digest);
        await registry.SaveChangesAsync(ct);
        var taken = await Unsent(registry)
            .Where(row => row.PersonId == person && row.CanvasUserId == canvasUser)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.DigestId, digest.Id), ct);
        if (taken > 0)
            await transaction.CommitAsync(ct);
    }

    /// <summary>The message that is due, for one attempt: no other process tries it meanwhile. Null where none is.</summary>
    public async Task<DigestRow?> ClaimAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = await registry
            .Digests.AsNoTracking()
            .Where(row => row.NextAttemptAt <= now)
            .OrderBy(row => row.NextAttemptAt)
            .FirstOrDefaultAsync(ct);
        if (due is null)
            return null;
        var next = now + PauseAfter(due.Attempts);
        var won = await registry
            .Digests.Where(row => row.Id == due.Id && row.NextAttemptAt == due.NextAttemptAt)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.NextAttemptAt, next).SetProperty(row => row.Attempts, row => row.Attempts + 1),
                ct
            );
        return won == 1 ? await registry.Digests.FirstAsync(row => row.Id == due.Id, ct) : null;
    }

    private static TimeSpan PauseAfter(int attempts)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(attempts, 10));
        return pause < LongestPause ? pause : LongestPause;
    }
}
