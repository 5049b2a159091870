using RecordingBot.Hosting;
using RecordingBot.Registry;
using RecordingBot.Rights;

namespace RecordingBot.Meetings;

/// <summary>A meeting as an answer over HTTP: by itself, or after an act what stood in its way, or the meeting as it then is.</summary>
public sealed class MeetingAnswer(MeetingReader reader, Sight sight, SignedIn signedIn)
{
    /// <summary>The answer after an act on it.</summary>
    public async Task<IResult> AfterAsync(Guid id, ActResult result, CancellationToken ct) =>
        ActAnswers.ProblemOf(result) ?? await OfAsync(id, ct);

    /// <summary>The meeting; not found where the caller doesn't see it.</summary>
    public async Task<IResult> OfAsync(Guid id, CancellationToken ct) =>
        await reader.FindAsync(await sight.MeetingsAsync(signedIn.RequiredCaller, ct), id, ct) is { } meeting
            ? TypedResults.Ok(meeting)
            : ActAnswers.NotFound();

    /// <summary>Describes an act that is answered so.</summary>
    /// <param name="act">The act's route.</param>
    /// <param name="name">Its name.</param>
    /// <param name="summary">What it does.</param>
    /// <param name="description">What is to be known of it.</param>
    public static RouteHandlerBuilder Describe(RouteHandlerBuilder act, string name, string summary, string description) =>
        act.WithName(name)
            .WithSummary(summary)
            .WithDescription(description)
            .Produces<MeetingView>()
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithMetadata(new ShowsPersonalDataAttribute());
}
