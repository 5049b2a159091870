using Microsoft.EntityFrameworkCore;
using RecordingBot.Deletion;
using RecordingBot.Hosting;
using RecordingBot.Rights;
using RecordingPolicy;
using RecordingPolicy.Expiry;

namespace RecordingBot.Recordings;

/// <summary>Recordings over HTTP: where they are, when they end and why, and what is left of them.</summary>
public static class RecordingsApi
{
    /// <summary>Maps the calls into the API's group, whose policy lets nobody in who isn't signed in.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/recordings", ListAsync)
            .WithName("ListRecordings")
            .WithSummary("The recordings that the caller sees.")
            .WithDescription(
                "course: a Canvas course id; state: one of the states; endsBefore: a moment with offset. Pages by limit (1 to 100) and cursor."
            )
            .WithQuery("course", "state", "endsBefore", "limit", "cursor")
            .Produces<Page<RecordingView>>()
            .ProducesValidationProblem()
            .WithMetadata(new ShowsPersonalDataAttribute());
        api.MapGet("/recordings/{id:guid}", FindAsync)
            .WithName("GetRecording")
            .WithSummary("One recording.")
            .WithDescription("Its parts and their copies, its publication, when it ends and why, and what happens next.")
            .Produces<RecordingView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithMetadata(new ShowsPersonalDataAttribute());
        api.MapGet("/recordings/{id:guid}/candidates", CandidatesAsync)
            .WithName("ListCandidates")
            .WithSummary("The meetings that an unexplained recording may be of.")
            .WithDescription(
                "For its recorder, who says which by PUT /recordings/{id}/meeting; empty where its meeting is known, or where it isn't theirs to say."
            )
            .Produces<IReadOnlyList<CandidateView>>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithMetadata(new ShowsPersonalDataAttribute());
        api.MapGet("/recordings/{id:guid}/receipts", ReceiptsAsync)
            .WithName("ListReceipts")
            .WithSummary("The deletion receipts of a recording, one for each copy.")
            .WithDescription(
                "What went, when, under which plan and authority, how its absence was checked, and what may remain elsewhere; each is signed."
            )
            .Produces<IReadOnlyList<ReceiptView>>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithMetadata(new ShowsPersonalDataAttribute());
    }

    private static async Task<IResult> ListAsync(
        HttpRequest request,
        SignedIn signedIn,
        Sight sight,
        RecordingReader reader,
        CancellationToken ct
    )
    {
        var query = new ApiQuery(request);
        var (limit, after) = (query.Limit(), query.Cursor());
        var course = query.Text("course");
        var endsBefore = query.Instant("endsBefore");
        var state = query.Of<RecordingState>("state", StateOf, "One of " + string.Join(", ", WireName.All<RecordingState>()) + ".");
        if (query.Problem is { } problem)
            return problem;

        var seen = await sight.RecordingsAsync(signedIn.RequiredCaller, ct);
        if (course is not null)
            seen = seen.Where(row => row.CourseId == course);
        if (state is not null)
            seen = seen.Where(row => row.State == state);
        if (endsBefore is not null)
            seen = seen.Where(row => row.EndsAt < endsBefore);
        if (after is { } last)
            seen = seen.Where(row => row.Id > last);
        var rows = await reader.ReadAsync(seen.OrderBy(row => row.Id).Take(limit + 1), ct);
        return TypedResults.Ok(Page.Of(rows, limit, row => row.Id, row => row));
    }

    private static async Task<IResult> FindAsync(Guid id, SignedIn signedIn, Sight sight, RecordingReader reader, CancellationToken ct) =>
        await reader.FindAsync(await sight.RecordingsAsync(signedIn.RequiredCaller, ct), id, ct) is { } recording
            ? TypedResults.Ok(recording)
            : ActAnswers.NotFound();

    private static async Task<IResult> CandidatesAsync(Guid id, SignedIn signedIn, Sight sight, PlacementActs acts, CancellationToken ct)
    {
        var seen = await sight.RecordingsAsync(signedIn.RequiredCaller, ct);
        return await seen.FirstOrDefaultAsync(row => row.Id == id, ct) is { } recording
            ? TypedResults.Ok(await acts.OfferedAsync(recording, signedIn.RequiredCaller, ct))
            : ActAnswers.NotFound();
    }

    private static async Task<IResult> ReceiptsAsync(Guid id, SignedIn signedIn, Sight sight, CancellationToken ct)
    {
        var seen = await sight.RecordingsAsync(signedIn.RequiredCaller, ct);
        var recording = await seen.Include(row => row.Receipts).FirstOrDefaultAsync(row => row.Id == id, ct);
        return recording is null
            ? ActAnswers.NotFound()
            : TypedResults.Ok<IReadOnlyList<ReceiptView>>([.. recording.Receipts.OrderBy(receipt => receipt.Id).Select(ReceiptView.Of)]);
    }

    private static RecordingState? StateOf(string name) => WireName.TryParse<RecordingState>(name, out var state) ? state : null;
}
