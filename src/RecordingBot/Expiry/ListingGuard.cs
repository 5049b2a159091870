using CanvasConnector.Terms;
using Microsoft.Extensions.Options;
using RecordingBot.Registry;

namespace RecordingBot.Expiry;

/// <summary>
/// Whether a term's list of courses is believed. One that is broken off, empty, or much shorter than before may be a fault of Canvas's: it
/// changes nothing, and a task says so until a later one is whole again or a person knows better (I14).
/// </summary>
public sealed partial class ListingGuard(
    RegistryContext registry,
    Registrar registrar,
    IOptions<CourseSyncOptions> options,
    TimeProvider clock,
    ILogger<ListingGuard> logger
)
{
    private static readonly string[] Doubts = [TaskKind.CourseListUnread, TaskKind.CourseListShrunk];

    /// <summary>Keeps what the list was like, with its task opened or closed.</summary>
    /// <param name="term">Whose courses.</param>
    /// <param name="listing">The list; null if it could not be read whole.</param>
    /// <param name="ours">How many courses of the term have recordings.</param>
    /// <param name="ct">Ends the work.</param>
    /// <returns>Whether the list is believed.</returns>
    public async Task<bool> BelievesAsync(Term term, TermListing? listing, int ours, CancellationToken ct)
    {
        var row =
            await registry.Terms.FindAsync([term.Id.Value], ct) ?? registry.Terms.Add(new() { Id = term.Id.Value, Courses = ours }).Entity;
        var doubt = Doubt(row, listing);
        if (doubt is null)
            (row.Courses, row.Doubted, row.ListedAt) = (listing!.Count, null, clock.GetUtcNow());
        else if (listing is not null)
            row.Doubted = listing.Count;

        var subject = Subject.Term(term.Id.Value);
        if (doubt is null)
        {
            foreach (var kind in Doubts)
                await registrar.CloseTaskAsync(kind, subject, "done", "bot", ct);
        }
        else
        {
            LogDoubted(term.Id.Value, doubt, row.Courses, listing?.Count);
            await AskAsync(doubt, subject, term, row, ct);
        }
        await registry.SaveChangesAsync(ct);
        return doubt is null;
    }

    private string? Doubt(TermRow row, TermListing? listing) =>
        listing is null ? TaskKind.CourseListUnread
        : listing.Count < row.Courses * (1 - options.Value.LargestShrink) || (listing.Count == 0 && row.Courses > 0)
            ? TaskKind.CourseListShrunk
        : null;

    private Task<TaskRow> AskAsync(string doubt, string subject, Term term, TermRow row, CancellationToken ct) =>
        registrar.OpenTaskAsync(
            doubt,
            subject,
            Role.CourseAdmin,
            null,
            doubt == TaskKind.CourseListShrunk ? CourseListAnswer.AsItIs : "",
            ct,
            term.Name ?? term.Id.Value,
            Said(row.Courses),
            Said(row.Doubted ?? 0)
        );

    private static string Said(int count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture);

    [LoggerMessage(LogLevel.Warning, "expiry: the list of courses in term {Term} is not believed ({Doubt}): {Before} before, {Count} now")]
    private partial void LogDoubted(string term, string doubt, int before, int? count);
}
