using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Admin;
using RecordingBot.Decisions;
using RecordingBot.Expiry;
using RecordingBot.Hosting;
using RecordingBot.LegalBases;
using RecordingBot.Notices;
using RecordingBot.Packs;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingBot.Rights;

namespace RecordingBot.Meetings;

/// <summary>One meeting: the decision with its reasons, the notice and whom it reached, the right to record, recordings, incidents.</summary>
[ShowsPersonalData]
public sealed class MeetingPage(
    RegistryContext registry,
    SignedIn signedIn,
    Sight sight,
    MeetingReader reader,
    OrderedRecordings recordings,
    ConsentReader consents,
    AnnouncementActs announcement,
    PasteActs paste,
    ApprovalWithdrawal withdrawal,
    PageWords words,
    ActivePack active,
    TimeProvider clock
) : PageModel
{
    public MeetingView Meeting { get; private set; } = null!;

    /// <summary>The meeting as it is kept: what its view leaves to the page.</summary>
    public MeetingRow Row { get; private set; } = null!;

    /// <summary>The decision that stands; null while there is none.</summary>
    public MeetingPageDecision? Decision { get; private set; }

    /// <summary>The newest answer to the question of recording, where it isn't the decision that stands: <c>referred</c> or <c>refused</c>.</summary>
    public DecisionRow? Newest { get; private set; }
    public CourseRow? Course { get; private set; }

    /// <summary>When the notice that stands was published.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }
    public IReadOnlyList<RecordingView> Recordings { get; private set; } = [];

    /// <summary>The reader is the one who asks for recording.</summary>
    public bool IsHost => Row.HostPersonId is { } host && host == signedIn.Person?.Id;

    /// <summary>The reader can have it announced in the course, or the announcement taken away: others who may are answered by the act itself.</summary>
    public bool MayAnnounce =>
        IsHost
        && (Meeting.Announcement is { Wanted: true } || (Decision is not null && Row.EndedAt is null && Row.EndsAt > clock.GetUtcNow()));

    /// <summary>What stood in the way of an act.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Why the notice can't be taken to be pasted.</summary>
    public string? PasteRefusal { get; private set; }

    /// <summary>The reader can take the approval back.</summary>
    public bool MayWithdraw { get; private set; }

    /// <summary>The approval that could not be taken back: what was typed, and why not.</summary>
    public (string? Typed, string Why)? WithdrawalRefusal { get; private set; }

    public async Task<IActionResult> OnPostWithdrawApprovalAsync(Guid id, string? reason, CancellationToken ct)
    {
        var result = await withdrawal.WithdrawAsync(id, reason, signedIn.RequiredCaller, ct);
        WithdrawalRefusal = result.Refusal is { } refusal ? (reason, words.Say(refusal)) : null;
        return await AfterAsync(id, result, ct);
    }

    public async Task<IActionResult> OnPostPastedAsync(Guid id, CancellationToken ct)
    {
        var result = await paste.ConfirmAsync(id, signedIn.RequiredCaller, ct);
        PasteRefusal = result.Refusal is { } refusal ? words.Say(refusal) : null;
        return await AfterAsync(id, result, ct);
    }

    public Task<IActionResult> OnPostAnnounceAsync(Guid id, CancellationToken ct) => AnnounceAsync(id, true, ct);

    public Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken ct) => AnnounceAsync(id, false, ct);

    private async Task<IActionResult> AnnounceAsync(Guid id, bool wanted, CancellationToken ct)
    {
        var result = await announcement.SetAsync(id, wanted, signedIn.RequiredCaller, ct);
        Refusal = result.Refusal is { } refusal ? words.Say(refusal) : null;
        return await AfterAsync(id, result, ct);
    }

    private async Task<IActionResult> AfterAsync(Guid id, ActResult result, CancellationToken ct) =>
        result switch
        {
            // A page that was posted to is not posted again when it is reloaded.
            ActResult.Done => Redirect($"/meetings/{id}"),
            ActResult.NotFound => NotFound(),
            _ => await OnGetAsync(id, ct),
        };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var seen = await sight.MeetingsAsync(signedIn.RequiredCaller, ct);
        if (await reader.FindAsync(seen, id, ct) is not { } meeting)
            return NotFound();
        (Meeting, Row) = (meeting, await seen.FirstAsync(row => row.Id == id, ct));
        var ended = Row.RecordsEndedAt is not null;
        var notice = await registry
            .Notices.AsNoTracking()
            .Where(row => row.MeetingId == id && (row.RevokedAt == null || ended))
            .OrderByDescending(row => row.Version)
            .FirstOrDefaultAsync(ct);
        PublishedAt = notice?.PublishedAt;
        Course = await registry.Courses.AsNoTracking().FirstOrDefaultAsync(row => row.Id == Row.CourseId, ct);
        var own = (await sight.RecordingsAsync(signedIn.RequiredCaller, ct)).Where(row => row.MeetingId == id);
        var spans = await recordings.ReadAsync(await OrderedRecordings.Ids(own).ToListAsync(ct), ct);
        Recordings = [.. spans.Select(span => span.Recording)];
        Newest = await registry
            .Decisions.AsNoTracking()
            .Where(row => row.MeetingId == id && (row.Outcome == "referred" || row.Outcome == "refused"))
            .Where(row => !registry.Decisions.Any(later => later.MeetingId == id && later.DecidedAt > row.DecidedAt))
            .FirstOrDefaultAsync(ct);
        if (await registry.Decisions.AsNoTracking().FirstOrDefaultAsync(row => row.Id == Row.DecisionId, ct) is { } decision)
        {
            MayWithdraw = Row.EndedAt is null && signedIn.Person is { } person && await withdrawal.MayAsync(Row, person, ct);
            var handedOver = Recordings.Count > 0 && await own.AllAsync(row => row.HandedOverAt != null, ct);
            var state = await consents.ReadAsync(Row, notice, ct);
            Decision = MeetingPageDecision.Read(
                decision,
                active.Pack,
                rule => Conditions.IsMet(rule, Row, notice is not null, state, handedOver)
            );
        }
        return Page();
    }
}
