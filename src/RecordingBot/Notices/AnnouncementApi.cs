using RecordingBot.Hosting;
using RecordingBot.Meetings;
using RecordingBot.Rights;

namespace RecordingBot.Notices;

/// <summary>The announcement in the course over HTTP: the same act that the chat and the meeting's page offer, idempotent, answering the meeting.</summary>
public static class AnnouncementApi
{
    /// <summary>Maps the calls into the API's group, whose policy lets nobody in who isn't signed in.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        Describe(
            api.MapPut(
                "/meetings/{id:guid}/announcement",
                (Guid id, AnnouncementActs acts, Sight sight, MeetingReader reader, SignedIn signedIn, CancellationToken ct) =>
                    SetAsync(id, true, acts, sight, reader, signedIn, ct)
            ),
            "AnnounceRecording",
            "Announces in the course that the lecture is going to be recorded, with the notice's link.",
            "Refused (409) without a course or an approved decision, and once the meeting is over."
        );
        Describe(
            api.MapDelete(
                "/meetings/{id:guid}/announcement",
                (Guid id, AnnouncementActs acts, Sight sight, MeetingReader reader, SignedIn signedIn, CancellationToken ct) =>
                    SetAsync(id, false, acts, sight, reader, signedIn, ct)
            ),
            "WithdrawAnnouncement",
            "Takes the announcement away.",
            "What Canvas has mailed to students can't be called back."
        );
    }

    private static void Describe(RouteHandlerBuilder act, string name, string summary, string description) =>
        act.WithName(name)
            .WithSummary(summary)
            .WithDescription(description)
            .Produces<MeetingView>()
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithMetadata(new ShowsPersonalDataAttribute());

    private static async Task<IResult> SetAsync(
        Guid id,
        bool wanted,
        AnnouncementActs acts,
        Sight sight,
        MeetingReader reader,
        SignedIn signedIn,
        CancellationToken ct
    ) =>
        ActAnswers.ProblemOf(await acts.SetAsync(id, wanted, signedIn.RequiredCaller, ct))
        ?? (
            await reader.FindAsync(await sight.MeetingsAsync(signedIn.RequiredCaller, ct), id, ct) is { } meeting
                ? TypedResults.Ok(meeting)
                : ActAnswers.NotFound()
        );
}
