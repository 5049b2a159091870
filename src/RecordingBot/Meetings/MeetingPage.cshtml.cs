using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Hosting;
using RecordingBot.Rights;

namespace RecordingBot.Meetings;

/// <summary>One meeting: the decision with its reasons, the notice, the right to record, incidents.</summary>
[ShowsPersonalData]
public sealed class MeetingPage(SignedIn signedIn, Sight sight, MeetingReader reader) : PageModel
{
    public MeetingView Meeting { get; private set; } = null!;
    public IReadOnlyList<(Guid Id, string Topic)> Recordings { get; private set; } = [];

    /// <summary>The decision's findings, as rule, effect and message in the reader's language.</summary>
    public IEnumerable<(string Rule, string Effect, string Message)> Findings =>
        Meeting
            .Decision?["findings"]?.AsArray()
            .Select(finding => ((string)finding!["rule"]!, (string)finding["effect"]!, (string)finding["message"]![Language.Current]!))
        ?? [];

    public string? Outcome => (string?)Meeting.Decision?["outcome"];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await reader.FindAsync(await sight.MeetingsAsync(signedIn.RequiredCaller, ct), id, ct) is not { } meeting)
            return NotFound();
        Meeting = meeting;
        var rows = await (await sight.RecordingsAsync(signedIn.RequiredCaller, ct))
            .Where(row => row.MeetingId == id)
            .OrderBy(row => row.Id)
            .Select(row => new { row.Id, row.Topic })
            .ToListAsync(ct);
        Recordings = [.. rows.Select(row => (row.Id, row.Topic))];
        return Page();
    }
}
