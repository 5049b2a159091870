using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using RecordingBot.Registry;

namespace KillPoints.Seams;

/// <summary>Saves a change without its audit entry.</summary>
internal sealed class Unlogged(string action) : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        foreach (var entry in eventData.Context!.ChangeTracker.Entries<AuditRow>().Where(entry => entry.Entity.Action == action).ToList())
            entry.State = EntityState.Detached;
        return new(result);
    }
}
