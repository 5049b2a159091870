using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Hosting;
using RecordingBot.Rights;

namespace RecordingBot.Registry;

/// <summary>The audit, the newest entry first.</summary>
[Authorize(Policies.Audit)]
[ShowsPersonalData]
public sealed class AuditPage(RegistryContext registry) : PageModel
{
    private const int Portion = 100;

    public IReadOnlyList<AuditRow> Entries { get; private set; } = [];

    /// <summary>Where the older ones begin; null when these are the last.</summary>
    public long? Before { get; private set; }

    public async Task OnGetAsync(long? before, CancellationToken ct)
    {
        var first = before ?? long.MaxValue;
        var rows = await registry
            .Audit.AsNoTracking()
            .Where(row => row.Sequence < first)
            .OrderByDescending(row => row.Sequence)
            .Take(Portion + 1)
            .ToListAsync(ct);
        Entries = [.. rows.Take(Portion)];
        Before = rows.Count > Portion ? rows[Portion - 1].Sequence : null;
    }
}
