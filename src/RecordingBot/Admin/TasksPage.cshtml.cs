using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Hosting;
using RecordingBot.Registry;
using RecordingBot.Rights;

namespace RecordingBot.Admin;

/// <summary>What waits for the person, with its answers.</summary>
[ShowsPersonalData]
public sealed class TasksPage(SignedIn signedIn, TaskDesk desk, Why why, PageWords words) : PageModel
{
    private const int Portion = 50;
    private const int LongestReason = 500;

    public IReadOnlyList<TaskView> Tasks { get; private set; } = [];
    public string? Next { get; private set; }

    /// <summary>The task whose answer could not be taken, and why.</summary>
    public Guid? Refused { get; private set; }
    public string? Refusal { get; private set; }

    public Task OnGetAsync(string? cursor, CancellationToken ct) => ReadAsync(cursor, ct);

    public async Task<IActionResult> OnPostAsync(
        Guid task,
        string? answer,
        string? until,
        string? reason,
        bool confirmed,
        CancellationToken ct
    )
    {
        var result =
            answer == "delete" && !confirmed ? new ActResult.Invalid("confirmed", BothLanguages.Pages["Delete_ConfirmFirst"])
            : answer is null ? new ActResult.NotFound()
            : await desk.AnswerAsync(task, new(answer, ApiQuery.ReadDay(until), Reason(reason)), signedIn.RequiredPerson, ct);
        if (result is ActResult.Done)
            return Redirect("/tasks");
        if (result is ActResult.NotFound)
            return NotFound();
        (Refused, Refusal) = (
            task,
            result switch
            {
                ActResult.Forbidden forbidden => words.Say(forbidden.Why),
                ActResult.Refused refused => words.Say(refused.Why),
                ActResult.Invalid invalid => words.Say(invalid.Message),
                _ => null,
            }
        );
        await ReadAsync(null, ct);
        return Page();
    }

    private static string? Reason(string? given) => string.IsNullOrWhiteSpace(given) ? null : Texts.Bounded(given, LongestReason);

    private async Task ReadAsync(string? cursor, CancellationToken ct)
    {
        var open = desk.Open(signedIn.RequiredCaller);
        if (cursor is not null && Hosting.Page.Read(cursor) is { } last)
            open = open.Where(task => task.Id > last);
        var rows = await open.OrderBy(task => task.Id).Take(Portion + 1).ToListAsync(ct);
        var page = Hosting.Page.Of(rows, Portion, task => task.Id, task => TaskView.Of(task, why.Task(task)));
        (Tasks, Next) = (page.Items, page.Next);
    }
}
