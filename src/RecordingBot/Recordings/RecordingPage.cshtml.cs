using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Admin;
using RecordingBot.Deletion;
using RecordingBot.Expiry;
using RecordingBot.Hosting;
using RecordingBot.Publication;
using RecordingBot.Registry;
using RecordingBot.Rights;

namespace RecordingBot.Recordings;

/// <summary>One recording: its parts and where they are, its end and why, and the acts that the reader may do.</summary>
[ShowsPersonalData]
public sealed class RecordingPage(
    RegistryContext registry,
    SignedIn signedIn,
    Sight sight,
    RecordingReader reader,
    PublicationActs publication,
    ExtensionActs extension,
    HoldActs hold,
    DeletionActs deletion,
    PageWords words,
    TimeProvider clock
) : PageModel
{
    public RecordingView Recording { get; private set; } = null!;
    public TimeBar Bar { get; private set; } = null!;
    public string? RecorderName { get; private set; }
    public string? CourseName { get; private set; }
    public bool PublicationWanted { get; private set; }
    public IReadOnlyList<ReceiptView> Receipts { get; private set; } = [];

    /// <summary>The reader answers for it: may publish and extend.</summary>
    public bool MayAct { get; private set; }

    /// <summary>The reader recorded it: may delete it.</summary>
    public bool IsOwn { get; private set; }
    public bool MayHold => signedIn.Has(Role.Dpo) || signedIn.Has(Role.Archivist);

    /// <summary>What stood in the way of an act.</summary>
    public string? Refusal { get; private set; }

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ShowAsync(id, ct);

    public async Task<IActionResult> OnPostPublishAsync(Guid id, CancellationToken ct) =>
        await AfterAsync(id, await publication.PublishAsync(id, signedIn.RequiredCaller, ct), ct);

    public async Task<IActionResult> OnPostUnpublishAsync(Guid id, CancellationToken ct) =>
        await AfterAsync(id, await publication.UnpublishAsync(id, signedIn.RequiredCaller, ct), ct);

    public async Task<IActionResult> OnPostExtendAsync(Guid id, string? until, string? reason, CancellationToken ct) =>
        await AfterAsync(
            id,
            ApiQuery.ReadDay(until) is { } day
                ? await extension.ExtendAsync(id, day, reason, signedIn.RequiredCaller, ct)
                : new ActResult.Invalid("until", ActTexts.Named("DayMissing")),
            ct
        );

    public async Task<IActionResult> OnPostHoldAsync(Guid id, string? reason, string? reviewOn, CancellationToken ct) =>
        await AfterAsync(
            id,
            ApiQuery.ReadDay(reviewOn) is { } day
                ? await hold.HoldAsync(id, reason, day, signedIn.RequiredCaller, ct)
                : new ActResult.Invalid("reviewOn", ActTexts.Named("DayMissing")),
            ct
        );

    public async Task<IActionResult> OnPostReleaseAsync(Guid id, CancellationToken ct) =>
        await AfterAsync(id, await hold.ReleaseAsync(id, signedIn.RequiredCaller, ct), ct);

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, bool confirmed, CancellationToken ct) =>
        await AfterAsync(
            id,
            confirmed
                ? await deletion.DeleteAsync(id, signedIn.RequiredCaller, ct)
                : new ActResult.Invalid("confirmed", BothLanguages.Pages["Delete_ConfirmFirst"]),
            ct
        );

    private async Task<IActionResult> AfterAsync(Guid id, ActResult result, CancellationToken ct)
    {
        Refusal = result switch
        {
            ActResult.Forbidden forbidden => words.Say(forbidden.Why),
            ActResult.Refused refused => words.Say(refused.Why),
            ActResult.Invalid invalid => words.Say(invalid.Message),
            _ => null,
        };
        return result switch
        {
            // A page that was posted to is not posted again when it is reloaded.
            ActResult.Done => Redirect($"/recordings/{id}"),
            ActResult.NotFound => NotFound(),
            _ => await ShowAsync(id, ct),
        };
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken ct)
    {
        var seen = await sight.RecordingsAsync(signedIn.RequiredCaller, ct);
        var row = await seen.Include(recording => recording.Receipts).FirstOrDefaultAsync(recording => recording.Id == id, ct);
        if (row is null || await reader.FindAsync(seen, id, ct) is not { } view)
            return NotFound();
        Recording = view;
        Receipts = [.. row.Receipts.OrderBy(receipt => receipt.Id).Select(ReceiptView.Of)];
        PublicationWanted = row.PublicationWanted;
        MayAct = await sight.AnswersForAsync(signedIn.RequiredCaller, row, ct);
        IsOwn = row.RecorderId == signedIn.RequiredPerson.Id;
        RecorderName = (await registry.People.FindAsync([row.RecorderId], ct))?.DisplayName;
        CourseName = (await registry.Courses.FindAsync([row.CourseId], ct))?.Name;
        await DrawAsync(row, ct);
        return Page();
    }

    private async Task DrawAsync(RecordingRow row, CancellationToken ct)
    {
        var meeting = await registry.Meetings.FindAsync([row.MeetingId], ct);
        var from = row.RecordedAt ?? meeting?.StartsAt ?? row.CreatedAt;
        DateTimeOffset[] moments = Recording.Ends.At is { } end ? [from, end] : [from];
        var text = Recording.Ends.At is { } at
            ? words.Say("Time_FromTo", words.Day(from), words.Day(at))
            : words.Say("Time_NoEnd", words.Day(from));
        Bar = new(TimeLine.Over(moments, clock.GetUtcNow()), Recording, from, text);
    }
}
