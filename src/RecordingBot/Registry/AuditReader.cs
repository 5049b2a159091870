using Microsoft.EntityFrameworkCore;

namespace RecordingBot.Registry;

/// <summary>Reads audit entries with what their commitments stand for.</summary>
public sealed class AuditReader(RegistryContext registry)
{
    /// <summary>The entries of a query, in its order.</summary>
    public async Task<List<AuditView>> ReadAsync(IQueryable<AuditRow> query, CancellationToken ct)
    {
        var rows = await query.AsNoTracking().ToListAsync(ct);
        var numbers = rows.ConvertAll(row => row.Sequence);
        var values = await registry.AuditValues.AsNoTracking().Where(value => numbers.Contains(value.Sequence)).ToListAsync(ct);
        var known = values.ToLookup(value => value.Sequence);
        return rows.ConvertAll(row => AuditView.Of(row, known[row.Sequence]));
    }
}
