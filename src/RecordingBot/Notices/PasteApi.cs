using RecordingBot.Hosting;
using RecordingBot.Meetings;
using RecordingBot.Rights;

namespace RecordingBot.Notices;

/// <summary>The host's confirmation over HTTP that the notice was pasted into the meeting's chat: idempotent, answering the meeting.</summary>
public static class PasteApi
{
    /// <summary>Maps the call into the API's group, whose policy lets nobody in who isn't signed in.</summary>
    public static void Map(RouteGroupBuilder api) =>
        api.MapPut("/meetings/{id:guid}/notice/pasted", ConfirmAsync)
            .WithName("ConfirmPastedNotice")
            .WithSummary("The host has pasted the notice into the meeting’s chat.")
            .WithDescription(
                "Where the meeting has no chat that can be written to, notice.toPaste holds the text. For the host, while that is asked for (409 otherwise)."
            )
            .Produces<MeetingView>()
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithMetadata(new ShowsPersonalDataAttribute());

    private static async Task<IResult> ConfirmAsync(
        Guid id,
        PasteActs acts,
        Sight sight,
        MeetingReader reader,
        SignedIn signedIn,
        CancellationToken ct
    ) =>
        ActAnswers.ProblemOf(await acts.ConfirmAsync(id, signedIn.RequiredCaller, ct))
        ?? (
            await reader.FindAsync(await sight.MeetingsAsync(signedIn.RequiredCaller, ct), id, ct) is { } meeting
                ? TypedResults.Ok(meeting)
                : ActAnswers.NotFound()
        );
}
