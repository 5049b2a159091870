using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Admin;
using RecordingBot.Hosting;
using RecordingBot.Meetings;
using RecordingBot.Rights;

namespace RecordingBot.Registry;

/// <summary>What should not have happened, the newest first; the data protection officer closes what is dealt with.</summary>
[Authorize(Policies.Register)]
[ShowsPersonalData]
public sealed class IncidentsPage(IncidentReader reader, IncidentBook incidents, SignedIn signedIn, PageWords words) : PageModel
{
    private const int Portion = 50;

    public IReadOnlyList<IncidentView> Incidents { get; private set; } = [];
    public string? Next { get; private set; }

    /// <summary>Those that are closed are shown; else those that are open.</summary>
    public bool ShowsClosed { get; private set; }

    public int OpenCount { get; private set; }
    public int ClosedCount { get; private set; }

    /// <summary>The incident that could not be closed, what was typed, and why.</summary>
    public (Guid Id, string? Typed, string Why)? Refused { get; private set; }

    /// <summary>One has just been closed.</summary>
    public bool HasClosed { get; private set; }

    public async Task OnGetAsync(string? state, string? cursor, bool done, CancellationToken ct)
    {
        HasClosed = done;
        await ReadAsync(state == "closed", cursor, ct);
    }

    public async Task<IActionResult> OnPostAsync(Guid incident, string? reason, CancellationToken ct)
    {
        var result = await incidents.CloseAsync(incident, reason, signedIn.RequiredCaller, ct);
        if (result is ActResult.NotFound)
            return NotFound();
        if (result.Refusal is not { } refusal)
            return Redirect("/incidents?done=true");
        Refused = (incident, reason, words.Say(refusal));
        await ReadAsync(closed: false, cursor: null, ct);
        return Page();
    }

    /// <summary>What was done, or why it was closed, in words; null where nothing is known.</summary>
    public string? Words(string prefix, string? code)
    {
        if (code is null)
            return null;
        var said = BothLanguages.Pages.Find(prefix + code) ?? BothLanguages.Why.Find("Fault_" + code);
        return said is null ? null : words.Say(said);
    }

    private async Task ReadAsync(bool closed, string? cursor, CancellationToken ct)
    {
        ShowsClosed = closed;
        (OpenCount, ClosedCount) = (await reader.Of(open: true).CountAsync(ct), await reader.Of(open: false).CountAsync(ct));
        var rows = reader.Of(open: !closed);
        if (cursor is not null && Hosting.Page.Read(cursor) is { } last)
            rows = rows.Where(row => row.Id < last);
        var read = await reader.ReadAsync(rows.OrderByDescending(row => row.Id).Take(Portion + 1), ct);
        (Incidents, Next) = Hosting.Page.Of(read, Portion, row => row.Id, row => row);
    }
}
