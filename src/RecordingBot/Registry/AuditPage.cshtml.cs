using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Admin;
using RecordingBot.Hosting;
using RecordingBot.Rights;

namespace RecordingBot.Registry;

/// <summary>The audit in words, the newest entry first. Names are looked up for the page: the entries hold none.</summary>
[Authorize(Policies.Audit)]
[ShowsPersonalData]
public sealed class AuditPage(RegistryContext registry, AuditReader reader, PageWords words) : PageModel
{
    private const int Portion = 100;
    private const string Step = "step.";

    private Dictionary<Guid, string> names = [];

    public IReadOnlyList<AuditView> Entries { get; private set; } = [];

    /// <summary>Where the older ones begin; null when these are the last.</summary>
    public long? Before { get; private set; }

    /// <summary>The last signed checkpoint; null before the first.</summary>
    public AuditCheckpointRow? Checkpoint { get; private set; }

    /// <summary>The log was found not to be as it was written, and still is.</summary>
    public bool IsBroken { get; private set; }

    public async Task OnGetAsync(long? before, CancellationToken ct)
    {
        Checkpoint = await registry.AuditCheckpoints.AsNoTracking().OrderByDescending(row => row.Size).FirstOrDefaultAsync(ct);
        IsBroken = await registry.Tasks.AnyAsync(row => row.Kind == TaskKind.AuditBroken && row.ClosedAt == null, ct);
        var first = before ?? long.MaxValue;
        var rows = await reader.ReadAsync(
            registry.Audit.Where(row => row.Sequence < first).OrderByDescending(row => row.Sequence).Take(Portion + 1),
            ct
        );
        Entries = [.. rows.Take(Portion)];
        Before = rows.Count > Portion ? rows[Portion - 1].Sequence : null;
        var people = Entries
            .SelectMany(row => new[] { Subject.Parse(row.Actor), Subject.Parse(row.Subject) })
            .Where(subject => subject is { Type: "person", Id: not null })
            .Select(subject => subject.Id!.Value)
            .ToHashSet();
        names = await registry
            .People.AsNoTracking()
            .Where(row => people.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.DisplayName ?? row.Account, ct);
    }

    /// <summary>What happened, in words; null where there are none for it.</summary>
    public string? What(AuditView entry)
    {
        var said = entry.Action.StartsWith(Step, StringComparison.Ordinal)
            ? BothLanguages.Why.Find("Step_" + entry.Action[Step.Length..])
            : BothLanguages.Pages.Find("Audit_" + entry.Action);
        return said is null ? null : words.Say(said);
    }

    /// <summary>Who, or what somebody did it to: a name, or a word for their kind; the entry's own text where neither is known.</summary>
    public string Name(string subject)
    {
        var (type, id) = Subject.Parse(subject);
        return id is { } person && names.TryGetValue(person, out var name) ? name
            : BothLanguages.Pages.Find("Actor_" + type) is { } actor ? words.Say(actor)
            : subject;
    }
}
