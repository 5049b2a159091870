using Microsoft.EntityFrameworkCore;

namespace RecordingBot.Registry;

/// <summary>
/// Who works on a recording: claimed by lease and fencing number, so that several instances share the work and one that stops leaves it to the others
/// (security.md 6). Whoever was only paused finds its claim lost before it does anything that can't be undone.
/// </summary>
public sealed partial class Claims(
    IServiceScopeFactory scopes,
    RegistryDatabase database,
    LeaseTime time,
    TimeProvider clock,
    ILogger<Claims> logger
)
{
    /// <summary>How long a claim holds that is not renewed.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <summary>How often it is renewed while its work goes on.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(20);

    /// <summary>What must be left of it before something that can't be undone.</summary>
    public static readonly TimeSpan Enough = TimeSpan.FromSeconds(20);

    private readonly string take = $$"""
        WITH due AS MATERIALIZED (
            SELECT "Id" AS "Due" FROM "Recordings"
            WHERE "NextCheckAt" <= {1} AND ("LeaseUntil" IS NULL OR "LeaseUntil" < {{time.Now(0)}})
            ORDER BY "NextCheckAt" LIMIT {2} {{(database.IsPostgres ? "FOR UPDATE SKIP LOCKED" : "")}}
        )
        UPDATE "Recordings" SET "LeaseOwner" = {3}, "LeaseUntil" = {{time.Now(0)}} + {{LeaseTime.Plus(Lease)}}, "Fence" = "Fence" + 1
        FROM due WHERE "Id" = "Due"
        RETURNING "Id", "Fence", "NextCheckAt"
        """;

    private readonly string stand = $$"""
        SELECT COUNT(*) AS "Value" FROM "Recordings"
        WHERE "Id" = {1} AND "Fence" = {2} AND "LeaseOwner" = {3} AND "LeaseUntil" >= {{time.Now(0)}} + {{LeaseTime.Plus(Enough)}}
        """;

    private readonly string renew = $$"""
        UPDATE "Recordings" SET "LeaseUntil" = {{time.Now(0)}} + {{LeaseTime.Plus(Lease)}}
        WHERE "Id" = {1} AND "Fence" = {2} AND "LeaseOwner" = {3} AND "LeaseUntil" IS NOT NULL
        """;

    private readonly AsyncLocal<RecordingClaim?> current = new();
    private readonly string owner = Guid.NewGuid().ToString("N");

    /// <summary>Claims recordings that are due, those first that have waited longest. What another instance is claiming at this moment is passed over.</summary>
    public async Task<IReadOnlyList<RecordingClaim>> TakeAsync(int most, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var taken = await scope
            .ServiceProvider.GetRequiredService<RegistryContext>()
            .Database.SqlQueryRaw<RecordingClaim>(take, time.Argument, LeaseTime.Stored(clock.GetUtcNow()), most, owner)
            .ToListAsync(ct);
        return [.. taken.OrderBy(claim => claim.NextCheckAt)];
    }

    /// <summary>Works in a claim's name: it is renewed until that is done, and everything changed outside from here on needs it (<see cref="StandAsync"/>).</summary>
    /// <returns>False where the claim was lost before or on the way.</returns>
    public async Task<bool> WorkAsync(RecordingClaim claim, Func<CancellationToken, Task> work, CancellationToken ct)
    {
        if (!await RenewAsync(claim, ct))
            return false;
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var renewing = KeepAsync(claim, lost, done.Token);
        current.Value = claim;
        try
        {
            await work(lost.Token);
            return true;
        }
        catch (Exception fault)
            when (fault is ClaimLostException
                || (fault is OperationCanceledException && !ct.IsCancellationRequested && lost.IsCancellationRequested)
            )
        {
            return false;
        }
        finally
        {
            current.Value = null;
            await done.CancelAsync();
            await renewing;
        }
    }

    /// <summary>
    /// Reads the claim again in whose name this is done; to be called just before anything that can't be undone. Nothing stands in the way of what is
    /// done in nobody's name, a person's own act for one.
    /// </summary>
    /// <exception cref="ClaimLostException">It is somebody else's, or has less than <see cref="Enough"/> left.</exception>
    public async Task StandAsync(CancellationToken ct)
    {
        if (current.Value is not { } claim)
            return;
        await using var scope = scopes.CreateAsyncScope();
        var standing = await scope
            .ServiceProvider.GetRequiredService<RegistryContext>()
            .Database.SqlQueryRaw<int>(stand, time.Argument, claim.Id, claim.Fence, owner)
            .ToListAsync(ct);
        if (standing is not [1])
            throw new ClaimLostException();
    }

    /// <summary>Whether a row is this instance's by this claim.</summary>
    public bool IsOurs(Recordings.RecordingRow recording, RecordingClaim claim) =>
        recording.LeaseOwner == owner && recording.Fence == claim.Fence;

    /// <summary>Frees what a process that is no more had claimed; only where this one is alone with its database.</summary>
    public async Task ReleaseLeftAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<RegistryContext>()
            .Recordings.Where(row => row.LeaseUntil != null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null), ct);
    }

    private async Task<bool> RenewAsync(RecordingClaim claim, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return 1
            == await scope
                .ServiceProvider.GetRequiredService<RegistryContext>()
                .Database.ExecuteSqlRawAsync(renew, [time.Argument, claim.Id, claim.Fence, owner], ct);
    }

    /// <summary>Real time, whatever a campus's clock shows: it is the work that takes it.</summary>
    private async Task KeepAsync(RecordingClaim claim, CancellationTokenSource lost, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Renewal, TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(ct))
            {
                if (await TryRenewAsync(claim, ct))
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

    /// <summary>A database that doesn't answer takes no claim away: it is asked again just before anything that can't be undone.</summary>
    private async Task<bool> TryRenewAsync(RecordingClaim claim, CancellationToken ct)
    {
        try
        {
            return await RenewAsync(claim, ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogNotRenewed(claim.Id, fault.GetType().Name);
            return true;
        }
    }

    [LoggerMessage(LogLevel.Warning, "expiry: the claim on recording {Recording} could not be renewed ({Fault})")]
    private partial void LogNotRenewed(Guid recording, string fault);
}
