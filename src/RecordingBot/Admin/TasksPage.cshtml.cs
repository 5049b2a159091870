using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Hosting;
using RecordingBot.LegalBases;
using RecordingBot.Registry;
using RecordingBot.Rights;

namespace RecordingBot.Admin;

/// <summary>What waits for the person, the oldest first, with what each answer will do.</summary>
[ShowsPersonalData]
public sealed class TasksPage(
    RegistryContext registry,
    SignedIn signedIn,
    TaskDesk desk,
    Why why,
    PageWords words,
    ReferralReader referrals
) : PageModel
{
    private const int Portion = 50;
    private const int LongestReason = 500;
    private static readonly string[] Final = ["delete", "handed-over", "redacted", "removed", "gone-from-canvas", "release"];

    public IReadOnlyList<TaskView> Tasks { get; private set; } = [];
    public string? Next { get; private set; }

    /// <summary>What each referral among the tasks is about.</summary>
    public IReadOnlyDictionary<Guid, ReferralView> Referrals { get; private set; } = new Dictionary<Guid, ReferralView>();

    /// <summary>The task that the person has just answered: its question, and the answer.</summary>
    public (string Question, string Answer)? Done { get; private set; }

    /// <summary>The answer that could not be taken, as it was typed, and why.</summary>
    public TypedAnswer? Typed { get; private set; }

    /// <summary>Whether an answer can't be undone, and is confirmed.</summary>
    public static bool IsFinal(string answer) => Final.Contains(answer, StringComparer.Ordinal);

    public async Task OnGetAsync(string? cursor, Guid? done, CancellationToken ct)
    {
        await ReadAsync(cursor, ct);
        if (done is { } id)
            await ReadDoneAsync(id, ct);
    }

    public async Task<IActionResult> OnPostAsync(
        Guid task,
        string? answer,
        string? until,
        string? reason,
        string? conditions,
        string? reference,
        bool confirmed,
        CancellationToken ct
    )
    {
        if (answer is null)
            return NotFound();
        var result =
            IsFinal(answer) && !confirmed
                ? new ActResult.Invalid("confirmed", BothLanguages.Pages["Answer_ConfirmFirst"])
                : await desk.AnswerAsync(
                    task,
                    new(answer, ApiQuery.ReadDay(until), Bounded(reason), Bounded(conditions), Bounded(reference)),
                    signedIn.RequiredPerson,
                    ct
                );
        if (result.Refusal is not { } refusal)
            return result is ActResult.Done ? Redirect($"/tasks?done={task}") : NotFound();
        Typed = new(task, answer, until, reason, conditions, reference, words.Say(refusal));
        await ReadAsync(null, ct);
        return Page();
    }

    private static string? Bounded(string? given) => string.IsNullOrWhiteSpace(given) ? null : Texts.Bounded(given, LongestReason);

    private async Task ReadAsync(string? cursor, CancellationToken ct)
    {
        var open = desk.Open(signedIn.RequiredCaller);
        if (cursor is not null && Hosting.Page.Read(cursor) is { } last)
            open = open.Where(task => task.Id > last);
        var rows = await open.OrderBy(task => task.Id).Take(Portion + 1).ToListAsync(ct);
        var page = Hosting.Page.Of(rows, Portion, task => task.Id, task => TaskView.Of(task, why.Task(task)));
        (Tasks, Next) = (page.Items, page.Next);
        Dictionary<Guid, ReferralView> read = [];
        foreach (var task in rows.Where(row => row.Kind == TaskKind.Referral))
            if (await referrals.ReadAsync(task.MeetingId, ct) is { } referral)
                read[task.Id] = referral;
        Referrals = read;
    }

    /// <summary>What is said comes from what is kept, and only to whoever answered: an address alone says nothing.</summary>
    private async Task ReadDoneAsync(Guid id, CancellationToken ct)
    {
        var me = signedIn.RequiredPerson.Id;
        var task = await registry
            .Tasks.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == id && row.AnsweredBy == me && row.ClosedAt != null, ct);
        if (task is { Answer: { } answer } && BothLanguages.Pages.Find($"Answer_{answer}_Done") is { } said)
            Done = (words.Say(why.Task(task)), words.Say(said));
    }
}
