using Microsoft.EntityFrameworkCore;
using RecordingBot.Hosting;
using RecordingBot.Meetings;
using RecordingBot.Packs;
using RecordingBot.Registry;

namespace RecordingBot.Rights;

/// <summary>
/// Once a day: the personal data that the product itself has come to their end (<c>retention.own-records</c>, <c>log.followed-up</c>). What belongs to a
/// recording ends the pack's time after it is gone, what is a log's after the log's time. What proves a deletion stays, and names nobody.
/// </summary>
public sealed class OwnRecords(IServiceScopeFactory scopes, ActivePack active, TimeProvider clock) : IDueWork, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim gate = new(1);
    private DateTimeOffset notBefore = DateTimeOffset.MinValue;

    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (registry, pack) = (scope.ServiceProvider.GetRequiredService<RegistryContext>(), active.Pack);
        var gone = await RecordEnding.Recordings(registry).MinAsync(row => row.DeletedAt, ct);
        var held = await RecordEnding.Meetings(registry).MinAsync(row => (DateTimeOffset?)row.EndsAt, ct);
        var done = await LogEnding.Tasks(registry).MinAsync(row => row.ClosedAt, ct);
        var slipped = await LogEnding.Incidents(registry).MinAsync(row => row.ClosedAt, ct);
        var asked = await registry.Interviews.MinAsync(row => (DateTimeOffset?)row.ChangedAt, ct);
        var looked = await registry.Accesses.MinAsync(row => (DateTimeOffset?)row.At, ct);
        var unknown = await registry.Inbox.Where(row => row.Body != null).MinAsync(row => row.ProcessedAt, ct);
        var due = new[]
        {
            gone is { } one ? pack.AfterCalendar(one, pack.Keep.OwnRecords) : (DateTimeOffset?)null,
            held is { } two ? pack.AfterCalendar(two, pack.Keep.OwnRecords) : null,
            done is { } closed ? pack.AfterCalendar(closed, pack.Keep.OwnRecords) : null,
            slipped is { } ended ? pack.AfterCalendar(ended, pack.Keep.OwnRecords) : null,
            asked is { } three ? pack.AfterCalendar(three, pack.Keep.MissingAnswer) : null,
            looked is { } four ? pack.AfterCalendar(four, pack.LogFollowUp.KeptFor) : null,
            unknown + ZoomInbox.UnknownKept,
        }.Min();
        return due < notBefore ? notBefore : due;
    }

    public async Task RunDueAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            var now = clock.GetUtcNow();
            if (now < notBefore)
                return;
            await EndRecordsAsync(now, ct);
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<LogEnding>().EndAsync(now, ct);
            notBefore = now + Pause;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    /// <summary>One recording or meeting at a time, each a transaction: a fault or the end of the process leaves the rest for the next day.</summary>
    private async Task EndRecordsAsync(DateTimeOffset now, CancellationToken ct)
    {
        var before = active.Pack.BeforeCalendar(now, active.Pack.Keep.OwnRecords);
        bool more;
        do
        {
            await using var scope = scopes.CreateAsyncScope();
            more = await scope.ServiceProvider.GetRequiredService<RecordEnding>().EndNextAsync(before, ct);
        } while (more);
    }
}
