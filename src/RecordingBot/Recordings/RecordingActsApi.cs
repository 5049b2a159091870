using RecordingBot.Deletion;
using RecordingBot.Expiry;
using RecordingBot.Hosting;
using RecordingBot.Publication;
using RecordingBot.Rights;

namespace RecordingBot.Recordings;

/// <summary>The acts on a recording over HTTP: the same that the chat and the pages offer, idempotent, answering the recording as it then is.</summary>
public static class RecordingActsApi
{
    /// <summary>Maps the calls into the API's group, whose policy lets nobody in who isn't signed in.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        Describe(
            api.MapPut("/recordings/{id:guid}/publication", PublishAsync),
            "PublishRecording",
            "Publishes the recording in its course.",
            "Refused (409) while a condition of its decision isn't met."
        );
        Describe(
            api.MapDelete("/recordings/{id:guid}/publication", UnpublishAsync),
            "UnpublishRecording",
            "Takes the recording out of its course.",
            "Its copy in Canvas is no longer reachable for students."
        );
        Describe(
            api.MapPut("/recordings/{id:guid}/courses/{courseId}", ShowFurtherAsync)
                .Accepts<ReasonBody>("application/json")
                .ProducesValidationProblem(),
            "ShowRecordingInFurtherCourse",
            "Publishes the recording in a further course that the caller teaches.",
            "For a lecture given in several courses: it ends in each with that course. reason says why; alsoIn names what came of it."
        );
        Describe(
            api.MapPost("/recordings/{id:guid}/extension", ExtendAsync)
                .Accepts<ExtensionBody>("application/json")
                .ProducesValidationProblem(),
            "ExtendRecording",
            "Sets a later end.",
            "until is a day or a moment with offset, within the longest time that the policy allows; reason says why."
        );
        Describe(
            api.MapPut("/recordings/{id:guid}/hold", HoldAsync).Accepts<HoldBody>("application/json").ProducesValidationProblem(),
            "HoldRecording",
            "Puts the recording on hold: nothing is removed.",
            "For the data protection officer and the archivist; reviewOn is a day to come, kind one of case, dispute, public-document. Every course that shows it is held."
        );
        Describe(
                api.MapDelete("/recordings/{id:guid}/hold", ReleaseAsync),
                "ReleaseRecording",
                "Lifts one's own hold.",
                "Another's hold needs a second person and is refused. Without a body (204) where an archivist saw the recording by that hold alone."
            )
            .Produces(StatusCodes.Status204NoContent);
        Describe(
            api.MapPut("/recordings/{id:guid}/meeting", PlaceAsync).Accepts<PlacementBody>("application/json").ProducesValidationProblem(),
            "PlaceRecording",
            "Says which meeting the recording is of.",
            "meetingId is one of its candidates. It rests on that meeting's decision then; where there is none, it stays unexplained."
        );
        Describe(
            api.MapPost("/recordings/{id:guid}/question", AskAsync).Accepts<QuestionBody>("application/json").ProducesValidationProblem(),
            "AskAboutRecording",
            "Asks the data protection officer about the recording's end.",
            "For who answers for it; one question is open at a time. The answer comes in the chat."
        );
        Describe(
            api.MapDelete("/recordings/{id:guid}", DeleteAsync),
            "DeleteRecording",
            "Deletes one's own recording now, in every place.",
            "The call is the confirmation. Receipts follow once each copy is read back as gone."
        );
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder act, string name, string summary, string description) =>
        act.WithName(name)
            .WithSummary(summary)
            .WithDescription(description)
            .Produces<RecordingView>()
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithMetadata(new ShowsPersonalDataAttribute());

    private static async Task<IResult> PublishAsync(
        Guid id,
        PublicationActs acts,
        RecordingAnswer answer,
        SignedIn signedIn,
        CancellationToken ct
    ) => await answer.AfterAsync(id, await acts.PublishAsync(id, signedIn.RequiredCaller, ct), ct);

    private static async Task<IResult> UnpublishAsync(
        Guid id,
        PublicationActs acts,
        RecordingAnswer answer,
        SignedIn signedIn,
        CancellationToken ct
    ) => await answer.AfterAsync(id, await acts.UnpublishAsync(id, signedIn.RequiredCaller, ct), ct);

    private static async Task<IResult> ShowFurtherAsync(
        Guid id,
        string courseId,
        HttpRequest request,
        FurtherCourseActs acts,
        RecordingAnswer answer,
        SignedIn signedIn,
        CancellationToken ct
    )
    {
        var (body, problem) = await ApiBody.ReadAsync<ReasonBody>(request, ct);
        return body is null
            ? problem!
            : await answer.AfterAsync(id, await acts.ShowAsync(id, courseId, body.Reason, signedIn.RequiredCaller, ct), ct);
    }

    private static async Task<IResult> ExtendAsync(
        Guid id,
        HttpRequest request,
        ExtensionActs acts,
        RecordingAnswer answer,
        SignedIn signedIn,
        CancellationToken ct
    )
    {
        var (body, problem) = await ApiBody.ReadAsync<ExtensionBody>(request, ct);
        if (body is null)
            return problem!;
        if (ApiQuery.ReadDay(body.Until) is { } day)
            return await answer.AfterAsync(id, await acts.ExtendAsync(id, day, body.Reason, signedIn.RequiredCaller, ct), ct);
        if (ApiQuery.ReadInstant(body.Until) is { } moment)
            return await answer.AfterAsync(id, await acts.ExtendAsync(id, moment, body.Reason, signedIn.RequiredCaller, ct), ct);
        return ApiBody.Wrong("until", "A day (2027-01-17) or a moment with offset (2027-01-17T23:59:59+01:00).");
    }

    private static async Task<IResult> HoldAsync(
        Guid id,
        HttpRequest request,
        HoldActs acts,
        RecordingAnswer answer,
        SignedIn signedIn,
        CancellationToken ct
    )
    {
        var (body, problem) = await ApiBody.ReadAsync<HoldBody>(request, ct);
        if (body is null)
            return problem!;
        return ApiQuery.ReadDay(body.ReviewOn) is { } day
            ? await answer.AfterAsync(id, await acts.HoldAsync(id, body.Kind, body.Reason, day, signedIn.RequiredCaller, ct), ct)
            : ApiBody.Wrong("reviewOn", "A day, such as 2027-01-17.");
    }

    private static async Task<IResult> ReleaseAsync(
        Guid id,
        HoldActs acts,
        RecordingAnswer answer,
        SignedIn signedIn,
        CancellationToken ct
    ) => await answer.AfterAsync(id, await acts.ReleaseAsync(id, signedIn.RequiredCaller, ct), ct);

    private static async Task<IResult> PlaceAsync(
        Guid id,
        HttpRequest request,
        PlacementActs acts,
        RecordingAnswer answer,
        SignedIn signedIn,
        CancellationToken ct
    )
    {
        var (body, problem) = await ApiBody.ReadAsync<PlacementBody>(request, ct);
        if (body is null)
            return problem!;
        return body.MeetingId is { } meeting
            ? await answer.AfterAsync(id, await acts.PlaceAsync(id, meeting, signedIn.RequiredCaller, ct), ct)
            : ApiBody.Wrong("meetingId", "The id of one of the recording's candidates.");
    }

    private static async Task<IResult> AskAsync(
        Guid id,
        HttpRequest request,
        EndQuestions questions,
        RecordingAnswer answer,
        SignedIn signedIn,
        CancellationToken ct
    )
    {
        var (body, problem) = await ApiBody.ReadAsync<QuestionBody>(request, ct);
        return body is null
            ? problem!
            : await answer.AfterAsync(id, await questions.AskAsync(id, body.Question, signedIn.RequiredCaller, ct), ct);
    }

    private static async Task<IResult> DeleteAsync(
        Guid id,
        DeletionActs acts,
        RecordingAnswer answer,
        SignedIn signedIn,
        CancellationToken ct
    ) => await answer.AfterAsync(id, await acts.DeleteAsync(id, signedIn.RequiredCaller, ct), ct);
}
