using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Recordings;

namespace RecordingBot.Registry;

/// <summary>
/// Who works on a recording: claimed by lease and fencing number, so that several instances share the work and one that stops leaves it to the others
/// (security.md 6).
/// </summary>
public sealed class Claims(IServiceScopeFactory scopes, Instance instance, Leases leases, LeaseTime time, LeaseSql sql, TimeProvider clock)
{
    private readonly string take = $$"""
        WITH due AS MATERIALIZED (
            SELECT "Id" AS "Due" FROM "Recordings"
            WHERE "NextCheckAt" <= {1} AND {{sql.IsFree("\"LeaseUntil\"", "\"LeaseOwner\"")}}
            ORDER BY "NextCheckAt" LIMIT {2} {{sql.PassOver}}
        )
        UPDATE "Recordings" SET "LeaseOwner" = {3}, "LeaseUntil" = {{sql.Until}}, "Fence" = "Fence" + 1
        FROM due WHERE "Id" = "Due"
        RETURNING "Id", "Fence", "NextCheckAt"
        """;

    private readonly string stands = $$"""
        SELECT COUNT(*) AS "Value" FROM "Recordings"
        WHERE "Id" = {1} AND "Fence" = {2} AND "LeaseOwner" = {3} AND "LeaseUntil" >= {{sql.LongEnough}}
        """;

    private readonly string renew = $$"""
        UPDATE "Recordings" SET "LeaseUntil" = {{sql.Until}}
        WHERE "Id" = {1} AND "Fence" = {2} AND "LeaseOwner" = {3} AND "LeaseUntil" IS NOT NULL
        """;

    private const string Release = """
        UPDATE "Recordings" SET "LeaseUntil" = NULL WHERE "Id" = {0} AND "Fence" = {1} AND "LeaseOwner" = {2}
        """;

    private readonly ConcurrentQueue<RecordingClaim> left = new();

    /// <summary>Claims recordings that are due, those first that have waited longest.</summary>
    /// <param name="most">No more than this.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<IReadOnlyList<RecordingClaim>> TakeAsync(int most, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<RegistryContext>().Database;
        while (left.TryPeek(out var claim))
        {
            await database.ExecuteSqlRawAsync(Release, [claim.Id, claim.Fence, instance.Id], ct);
            left.TryDequeue(out _);
        }
        var taken = await database
            .SqlQueryRaw<RecordingClaim>(take, time.Argument, LeaseTime.Stored(clock.GetUtcNow()), most, instance.Id)
            .ToListAsync(ct);
        return [.. taken.OrderBy(claim => claim.NextCheckAt)];
    }

    /// <summary>
    /// Nobody works on this any more, and nothing could be written down: the database was away. It is let go of before the next are claimed, rather than
    /// when its lease runs out.
    /// </summary>
    public void Leave(RecordingClaim claim) => left.Enqueue(claim);

    /// <summary>Works in a claim's name.</summary>
    /// <returns>False where the claim was lost before or on the way.</returns>
    public Task<bool> WorkAsync(RecordingClaim claim, Func<CancellationToken, Task> work, CancellationToken ct) =>
        leases.WorkAsync(new(scopes, renew, stands, () => [time.Argument, claim.Id, claim.Fence, instance.Id]), work, ct);

    /// <summary>Whether a row is this instance's by this claim.</summary>
    public bool IsOurs(RecordingRow recording, RecordingClaim claim) =>
        recording.LeaseOwner == instance.Id && recording.Fence == claim.Fence;

    /// <summary>Frees what a process that is no more had claimed; only where this one is alone with its database.</summary>
    public async Task ReleaseLeftAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<RegistryContext>()
            .Recordings.Where(row => row.LeaseUntil != null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null), ct);
    }
}
