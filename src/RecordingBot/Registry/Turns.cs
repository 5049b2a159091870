using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Hosting;

namespace RecordingBot.Registry;

/// <summary>
/// Lets one instance at a time do a piece of shared work. One that comes while another is at it waits, and then looks whether anything is left. With
/// SQLite there is one instance, and it is always its turn.
/// </summary>
public sealed class Turns(
    IServiceScopeFactory scopes,
    RegistryDatabase database,
    Instance instance,
    Leases leases,
    LeaseTime time,
    LeaseSql sql
)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentDictionary<string, SemaphoreSlim> gates = new(StringComparer.Ordinal);

    private readonly string take = $$"""
        INSERT INTO "Turns" AS turn ("Work", "Owner", "Until", "Fence") VALUES ({1}, {2}, {{sql.Until}}, 1)
        ON CONFLICT ("Work") DO UPDATE SET "Owner" = {2}, "Until" = {{sql.Until}}, "Fence" = turn."Fence" + 1
        WHERE turn."Owner" = {2} OR {{sql.IsFree("turn.\"Until\"", "turn.\"Owner\"")}}
        RETURNING "Fence" AS "Value"
        """;

    private readonly string stands = $$"""
        SELECT COUNT(*) AS "Value" FROM "Turns"
        WHERE "Work" = {1} AND "Fence" = {2} AND "Until" >= {{sql.LongEnough}}
        """;

    private readonly string renew = $$"""
        UPDATE "Turns" SET "Until" = {{sql.Until}} WHERE "Work" = {1} AND "Fence" = {2} AND "Until" > 0
        """;

    private const string Release = """
        UPDATE "Turns" SET "Until" = 0 WHERE "Work" = {0} AND "Fence" = {1}
        """;

    /// <summary>Runs what is due of a work, when it is this instance's turn.</summary>
    public async Task RunAsync(IDueWork work, CancellationToken ct)
    {
        if (database.IsPostgres && work.TakesTurns)
            await TryAloneAsync(work.GetType().Name, work.RunDueAsync, ct);
        else
            await work.RunDueAsync(ct);
    }

    /// <summary>Does something while nobody else does what has the same name, here or in another instance; whoever comes meanwhile waits.</summary>
    /// <exception cref="ClaimLostException">The turn was lost on the way.</exception>
    public async Task AloneAsync(string name, Func<CancellationToken, Task> work, CancellationToken ct)
    {
        if (!await TryAloneAsync(name, work, ct))
            throw new ClaimLostException();
    }

    private async Task<bool> TryAloneAsync(string name, Func<CancellationToken, Task> work, CancellationToken ct)
    {
        // Within this instance one at a time as well: hence a turn that is ours in the database, and was not given back, is nobody's.
        var gate = gates.GetOrAdd(name, _ => new(1));
        await gate.WaitAsync(ct);
        try
        {
            if (database.IsPostgres)
                return await InTurnAsync(name, work, ct);
            await work(ct);
            return true;
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<bool> InTurnAsync(string name, Func<CancellationToken, Task> work, CancellationToken ct)
    {
        var turn = await TakeAsync(name, ct);
        Turn.Current = turn;
        try
        {
            return await leases.WorkAsync(new(scopes, renew, stands, () => [time.Argument, turn.Work, turn.Fence]), work, ct);
        }
        finally
        {
            Turn.Current = null;
            await ReleaseAsync(turn);
        }
    }

    private async Task<Turn> TakeAsync(string work, CancellationToken ct)
    {
        while (true)
        {
            await using (var scope = scopes.CreateAsyncScope())
            {
                var registry = scope.ServiceProvider.GetRequiredService<RegistryContext>();
                if (await registry.Database.SqlQueryRaw<long>(take, time.Argument, work, instance.Id).ToListAsync(ct) is [var fence])
                    return new(work, fence);
            }
            await Task.Delay(Pause, TimeProvider.System, ct);
        }
    }

    private async Task ReleaseAsync(Turn turn)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RegistryContext>().Database.ExecuteSqlRawAsync(Release, turn.Work, turn.Fence);
    }
}
