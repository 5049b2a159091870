using Microsoft.EntityFrameworkCore;
using RecordingBot.Hosting;
using RecordingBot.Recordings;
using RecordingBot.Rights;

namespace RecordingBot.Registry;

/// <summary>
/// How every act on a recording runs: seen by the caller, decided on fresh facts, saved with its audit entry and the recording's
/// waking in one transaction, tried again where the reconciler wrote the same row meanwhile.
/// </summary>
public sealed class ActDesk(RegistryContext registry, Registrar registrar, Doorbell doorbell, Sight sight)
{
    private const int Tries = 5;

    /// <summary>Runs <paramref name="act"/> on a recording that the caller may see; it changes the row and writes the audit entry, and saves nothing.</summary>
    public async Task<ActResult> RunAsync(Guid id, Caller by, Func<RecordingRow, Task<ActResult>> act, CancellationToken ct) =>
        await RunAsync(await sight.RecordingsAsync(by, ct), id, act, ct);

    /// <summary>The same on one of these recordings.</summary>
    public async Task<ActResult> RunAsync(
        IQueryable<RecordingRow> those,
        Guid id,
        Func<RecordingRow, Task<ActResult>> act,
        CancellationToken ct
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            var recording = await those.AsTracking().FirstOrDefaultAsync(row => row.Id == id, ct);
            if (recording is null)
                return new ActResult.NotFound();
            try
            {
                return await SaveAsync(recording, await act(recording), ct);
            }
            catch (DbUpdateConcurrencyException) when (attempt < Tries)
            {
                Forget();
                foreach (var entry in registry.ChangeTracker.Entries<RecordingRow>().ToList())
                    await entry.ReloadAsync(ct);
            }
        }
    }

    private async Task<ActResult> SaveAsync(RecordingRow recording, ActResult result, CancellationToken ct)
    {
        if (result is not ActResult.Done || !registry.ChangeTracker.HasChanges())
            return result;
        // Within a caller's own transaction (a task's answer), the caller commits.
        await using var own = registry.Database.CurrentTransaction is null ? await registry.Database.BeginTransactionAsync(ct) : null;
        await registry.SaveChangesAsync(ct);
        // What concerns one of the entries of a lecture concerns all of them.
        var files = recording.SourceId ?? recording.Id;
        await registrar.WakeAsync(row => row.Id == files || row.SourceId == files, ct);
        if (own is null)
            return result;
        await own.CommitAsync(ct);
        // What rang before the commit may have looked too early.
        await doorbell.RingAsync<Reconciler>(ct);
        return result;
    }

    /// <summary>Entries of the try that failed must not be saved with the next one.</summary>
    private void Forget()
    {
        foreach (var entry in registry.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added).ToList())
            entry.State = EntityState.Detached;
    }
}
