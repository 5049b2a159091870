using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Admin;
using RecordingBot.Deletion;
using RecordingBot.Expiry;
using RecordingBot.Hosting;
using RecordingBot.Meetings;
using RecordingBot.Publication;
using RecordingBot.Registry;
using RecordingBot.Rights;
using RecordingPolicy.Expiry;

namespace RecordingBot.Recordings;

/// <summary>One recording: its parts and where they are, its end and why, and the acts that the reader may do.</summary>
[ShowsPersonalData]
public sealed class RecordingPage(
    RegistryContext registry,
    SignedIn signedIn,
    Sight sight,
    RecordingReader reader,
    LifeReader lives,
    WorkWords works,
    Why why,
    PublicationActs publication,
    FurtherCourseActs further,
    FurtherCourses courses,
    ExtensionActs extension,
    HoldActs hold,
    EndQuestions questions,
    DeletionActs deletion,
    PlacementActs placement,
    ColleagueActs colleagues,
    ColleagueList named,
    CoverageReader coverages,
    PageWords words,
    TimeProvider clock
) : PageModel
{
    public RecordingView Recording { get; private set; } = null!;
    public LifeLine Life { get; private set; } = null!;

    /// <summary>What is being done with it just now.</summary>
    public WorkPanel? Work { get; private set; }

    /// <summary>The picture of its sound, or why there is none; null where there is nothing that sounds.</summary>
    public SoundPicture? Sound { get; private set; }

    /// <summary>What waits for a person or does not succeed.</summary>
    public IReadOnlyList<string> Open { get; private set; } = [];

    /// <summary>When what does not succeed is tried again.</summary>
    public DateTimeOffset? TriedAgainAt { get; private set; }

    /// <summary>The copies that there still are.</summary>
    public IReadOnlyList<(PartView Part, string Place)> Left { get; private set; } = [];

    /// <summary>Whom the notice of its meeting reached; null where it has no meeting, or that had no notice.</summary>
    public CoverageView? Coverage { get; private set; }

    /// <summary>The meetings that it may be of, for its recorder to choose from.</summary>
    public IReadOnlyList<CandidateView> Candidates { get; private set; } = [];

    /// <summary>It lies in Zoom's cloud: never published from there, and nothing is drawn of it.</summary>
    public bool IsInCloud { get; private set; }

    public string? RecorderName { get; private set; }
    public string? CourseName { get; private set; }
    public bool PublicationWanted { get; private set; }

    /// <summary>The reader's courses in which it could be shown too.</summary>
    public IReadOnlyList<(string Id, string Name)> FurtherCourses { get; private set; } = [];
    public IReadOnlyList<ReceiptView> Receipts { get; private set; } = [];

    /// <summary>The reader answers for it: may publish and extend.</summary>
    public bool MayAct { get; private set; }

    /// <summary>The reader recorded it: may delete it.</summary>
    public bool IsOwn { get; private set; }

    /// <summary>The colleagues who may open this; null where the house's rules have no such thing.</summary>
    public IReadOnlyList<ColleagueView>? Colleagues { get; private set; }

    /// <summary>Privacy-sensitive: others than its recorder and those colleagues don't see it.</summary>
    public bool IsLimited { get; private set; }
    public bool MayHold => signedIn.Has(Role.Dpo) || signedIn.Has(Role.Archivist);

    /// <summary>What stood in the way of an act.</summary>
    public string? Refusal { get; private set; }

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ShowAsync(id, ct);

    public async Task<IActionResult> OnPostPublishAsync(Guid id, CancellationToken ct) =>
        await AfterAsync(id, await publication.PublishAsync(id, signedIn.RequiredCaller, ct), ct);

    public async Task<IActionResult> OnPostUnpublishAsync(Guid id, CancellationToken ct) =>
        await AfterAsync(id, await publication.UnpublishAsync(id, signedIn.RequiredCaller, ct), ct);

    public async Task<IActionResult> OnPostFurtherAsync(Guid id, string? courseId, string? reason, CancellationToken ct) =>
        await AfterAsync(id, await further.ShowAsync(id, courseId, reason, signedIn.RequiredCaller, ct), ct);

    public async Task<IActionResult> OnPostExtendAsync(Guid id, string? until, string? reason, CancellationToken ct) =>
        await AfterAsync(
            id,
            ApiQuery.ReadDay(until) is { } day
                ? await extension.ExtendAsync(id, day, reason, signedIn.RequiredCaller, ct)
                : new ActResult.Invalid("until", ActTexts.Named("DayMissing")),
            ct
        );

    public async Task<IActionResult> OnPostAskAsync(Guid id, string? question, CancellationToken ct) =>
        await AfterAsync(id, await questions.AskAsync(id, question, signedIn.RequiredCaller, ct), ct);

    public async Task<IActionResult> OnPostHoldAsync(Guid id, string? kind, string? reason, string? reviewOn, CancellationToken ct) =>
        await AfterAsync(
            id,
            ApiQuery.ReadDay(reviewOn) is { } day
                ? await hold.HoldAsync(id, kind, reason, day, signedIn.RequiredCaller, ct)
                : new ActResult.Invalid("reviewOn", ActTexts.Named("DayMissing")),
            ct
        );

    public async Task<IActionResult> OnPostReleaseAsync(Guid id, CancellationToken ct) =>
        await AfterAsync(id, await hold.ReleaseAsync(id, signedIn.RequiredCaller, ct), ct);

    public async Task<IActionResult> OnPostNameAsync(Guid id, string? account, string? until, CancellationToken ct) =>
        await AfterAsync(id, await colleagues.GrantAsync(id, account, ApiQuery.ReadDay(until), null, signedIn.RequiredCaller, ct), ct);

    public async Task<IActionResult> OnPostEndAccessAsync(Guid id, string? account, CancellationToken ct) =>
        await AfterAsync(id, await colleagues.EndAsync(id, account, signedIn.RequiredCaller, ct), ct);

    public async Task<IActionResult> OnPostPlaceAsync(Guid id, Guid meetingId, CancellationToken ct) =>
        await AfterAsync(id, await placement.PlaceAsync(id, meetingId, signedIn.RequiredCaller, ct), ct);

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
        Refusal = result.Refusal is { } refusal ? words.Say(refusal) : null;
        return result switch
        {
            // A page that was posted to is not posted again when it is reloaded. An archivist sees a teacher's recording only while it is held.
            ActResult.Done => Redirect(await sight.SeesRecordingAsync(signedIn.RequiredCaller, id, ct) ? $"/recordings/{id}" : "/"),
            ActResult.NotFound => NotFound(),
            _ => await ShowAsync(id, ct),
        };
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken ct)
    {
        var seen = await sight.RecordingsAsync(signedIn.RequiredCaller, ct);
        var row = await seen.Include(recording => recording.Receipts)
            .Include(recording => recording.Warnings)
            .AsSplitQuery()
            .FirstOrDefaultAsync(recording => recording.Id == id, ct);
        if (row is null || await reader.FindAsync(seen, id, ct) is not { } view)
            return NotFound();
        Recording = view;
        Receipts = [.. row.Receipts.OrderBy(receipt => receipt.Id).Select(ReceiptView.Of)];
        PublicationWanted = row.PublicationWanted;
        MayAct = await sight.AnswersForAsync(signedIn.RequiredCaller, row, ct);
        (IsLimited, Colleagues) = (row.Limited, colleagues.Offered ? await named.OfAsync(id, ct) : null);
        (IsOwn, IsInCloud) = (row.RecorderId == signedIn.RequiredPerson.Id, row.CloudUuid is not null);
        Candidates = await placement.OfferedAsync(row, signedIn.RequiredCaller, ct);
        RecorderName = (await registry.People.FindAsync([row.RecorderId], ct))?.DisplayName;
        CourseName = (await registry.Courses.FindAsync([row.CourseId], ct))?.Name;
        // Deleted, it goes from further courses too.
        var elsewhere = await reader.ReadAsync(registry.Recordings.AsNoTracking().Where(shown => shown.SourceId == id), ct);
        Left =
        [
            .. elsewhere
                .Prepend(view)
                .SelectMany(one => one.Parts)
                .SelectMany(part => part.Copies.Where(copy => copy.State != "gone").Select(copy => (part, copy.Place))),
        ];
        if (
            MayAct
            && row
                is { SourceId: null, CloudUuid: null, CourseId: not null, State: not (RecordingState.Expected or RecordingState.Deleted) }
        )
            FurtherCourses = await courses.OfferedAsync(signedIn.RequiredPerson, id, ct);
        if (
            await registry.Meetings.AsNoTracking().FirstOrDefaultAsync(meeting => meeting.Id == row.MeetingId, ct) is { } held
            && await registry.Notices.AnyAsync(notice => notice.MeetingId == held.Id, ct)
        )
            Coverage = (await coverages.ReadAsync([held], ct))[held.Id];
        await ReadOpenAsync(row, ct);
        await DrawAsync(row, ct);
        await FollowAsync(ct);
        return Page();
    }

    private async Task ReadOpenAsync(RecordingRow row, CancellationToken ct)
    {
        // Why it was recorded is asked in words of its own.
        var open = await registry
            .Tasks.AsNoTracking()
            .Where(task => task.RecordingId == row.Id && task.ClosedAt == null && task.Kind != TaskKind.Unexplained)
            .OrderBy(task => task.Since)
            .ToListAsync(ct);
        Open = [.. open.Select(task => words.Say(why.Task(task)))];
        TriedAgainAt = open.Exists(task => task.Kind == TaskKind.StepFails) ? row.NextCheckAt : null;
    }

    private async Task DrawAsync(RecordingRow row, CancellationToken ct)
    {
        var meeting = await registry.Meetings.FindAsync([row.MeetingId], ct);
        var course = await registry.Courses.FindAsync([row.CourseId], ct);
        var moments = await lives.ReadAsync(row, meeting, course, ct);
        var (from, end) = (moments.Count > 0 ? moments[0].At : row.CreatedAt, row.DeletedAt ?? Recording.Ends.At);
        Life = new(
            moments,
            TimeLine.Over([from, .. moments.Select(moment => moment.At)], clock.GetUtcNow()),
            end,
            words.Stretch(from, end)
        );
        Sound = row.State is RecordingState.Deleted || IsInCloud ? null : await SoundAsync(row.Id, ct);
    }

    /// <summary>The part that was drawn; else the one that would be.</summary>
    private async Task<SoundPicture?> SoundAsync(Guid id, CancellationToken ct) =>
        await registry
            .Parts.AsNoTracking()
            .Where(part => part.RecordingId == id && (part.Kind == "video" || part.Kind == "audio"))
            .OrderBy(part => part.WaveformOutcome == null)
            .ThenByDescending(part => part.Kind == "video")
            .ThenByDescending(part => part.Size)
            .FirstOrDefaultAsync(ct)
            is { } part
            ? SoundPicture.Of(part)
            : null;

    /// <summary>Only who asked for it has the page read again by itself, and only while there is something to see (WCAG 2.2.1).</summary>
    private async Task FollowAsync(CancellationToken ct)
    {
        Work = await works.ReadAsync(Recording, Request.Query.ContainsKey("follow"), ct);
        if (Work is { Followed: true })
            Response.Headers["Refresh"] = "5";
    }
}
