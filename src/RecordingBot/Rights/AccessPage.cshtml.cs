using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Hosting;
using RecordingBot.Registry;

namespace RecordingBot.Rights;

/// <summary>The access log, the newest first, for its review (<c>log.followed-up</c>); looking at it is logged too.</summary>
[Authorize(Policies.AccessLog)]
[ShowsPersonalData]
public sealed class AccessPage(RegistryContext registry) : PageModel
{
    private const int Portion = 100;

    private Dictionary<string, string> names = [];

    public IReadOnlyList<AccessRow> Entries { get; private set; } = [];

    /// <summary>Where the older ones begin; null when these are the last.</summary>
    public long? Before { get; private set; }

    /// <summary>Only what was refused.</summary>
    public bool OnlyRefused { get; private set; }

    public async Task OnGetAsync(long? before, bool refused, CancellationToken ct)
    {
        OnlyRefused = refused;
        var first = before ?? long.MaxValue;
        var looked = registry.Accesses.AsNoTracking().Where(row => row.Id < first);
        var rows = await (refused ? looked.Where(AccessRow.IsRefused) : looked)
            .OrderByDescending(row => row.Id)
            .Take(Portion + 1)
            .ToListAsync(ct);
        Entries = [.. rows.Take(Portion)];
        Before = rows.Count > Portion ? rows[Portion - 1].Id : null;
        var people = Entries.Select(row => Subject.Parse(row.Actor ?? "").Id).OfType<Guid>().ToHashSet();
        names = await registry
            .People.AsNoTracking()
            .Where(row => people.Contains(row.Id))
            .ToDictionaryAsync(row => Subject.Person(row.Id), row => row.DisplayName ?? row.Account, StringComparer.Ordinal, ct);
    }

    /// <summary>Who looked; null for somebody who wasn't signed in.</summary>
    public string? Who(AccessRow entry) => entry.Actor is null ? null : names.GetValueOrDefault(entry.Actor, entry.Actor);
}
