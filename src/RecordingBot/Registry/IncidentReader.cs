using Microsoft.EntityFrameworkCore;
using RecordingBot.Meetings;

namespace RecordingBot.Registry;

/// <summary>Reads incidents for showing, with the names of those who answer for them.</summary>
public sealed class IncidentReader(RegistryContext registry)
{
    /// <summary>Open ones, closed ones, or all.</summary>
    /// <param name="open">True for those that are open; null for all.</param>
    public IQueryable<IncidentRow> Of(bool? open) =>
        open is null ? registry.Incidents : registry.Incidents.Where(row => (row.ClosedAt == null) == open);

    /// <summary>Shows these, in their order.</summary>
    public async Task<IReadOnlyList<IncidentView>> ReadAsync(IQueryable<IncidentRow> which, CancellationToken ct)
    {
        var rows = await which.AsNoTracking().ToListAsync(ct);
        var owners = rows.Select(row => row.OwnerId).OfType<Guid>().ToHashSet();
        var names = await registry
            .People.AsNoTracking()
            .Where(person => owners.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.DisplayName ?? person.Account, ct);
        return
        [
            .. rows.Select(row =>
                IncidentView.Of(row) with
                {
                    Responsible = row.OwnerId is { } owner ? names.GetValueOrDefault(owner) : null,
                }
            ),
        ];
    }
}
