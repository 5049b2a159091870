using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using RecordingBot.Hosting;
using RecordingBot.LegalBases;
using RecordingBot.Meetings;
using RecordingBot.Recordings;
using RecordingPolicy.Decisions;

namespace RecordingBot.Decisions;

/// <summary>Deciding over HTTP (design.md 5).</summary>
public static class DecisionsApi
{
    /// <summary>Maps the calls into the API's group, whose policy lets nobody in who isn't signed in.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/decisions", DecideAsync)
            .WithName("Decide")
            .WithSummary("The decision for a request; nothing is stored.")
            .Accepts<JsonObject>("application/json")
            .Produces<JsonObject>()
            .ProducesValidationProblem();
        api.MapPut("/meetings/{id:guid}/decision", DecideForMeetingAsync)
            .WithName("DecideForMeeting")
            .WithSummary("Decides for a meeting and keeps the decision.")
            .WithDescription(
                "The body is a request without pack and meeting, which are known; meeting.kind, and meeting.course.id where the meeting has none, may be said."
            )
            .Accepts<JsonObject>("application/json")
            .Produces<JsonObject>()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);
        MeetingAnswer
            .Describe(
                api.MapPost("/meetings/{id:guid}/decision/withdraw", WithdrawAsync),
                "WithdrawApproval",
                "Takes a meeting's approval back: the right to record goes at once.",
                "For those who decide for the meeting and the data protection officer, until the meeting is over. reason says why. Where no approval stands it is refused (409)."
            )
            .Accepts<ReasonBody>("application/json")
            .ProducesValidationProblem();
    }

    private static async Task<IResult> WithdrawAsync(
        Guid id,
        HttpRequest request,
        ApprovalWithdrawal withdrawal,
        MeetingAnswer answer,
        SignedIn signedIn,
        CancellationToken ct
    )
    {
        var (body, problem) = await ApiBody.ReadAsync<ReasonBody>(request, ct);
        return body is null
            ? problem!
            : await answer.AfterAsync(id, await withdrawal.WithdrawAsync(id, body.Reason, signedIn.RequiredCaller, ct), ct);
    }

    private static async Task<IResult> DecideAsync(HttpRequest request, DecisionDesk desk, CancellationToken ct)
    {
        using var body = await ReadAsync(request, ct);
        if (body is null)
            return NotJson(request);
        var answer = desk.Decide(body.RootElement);
        return answer.Decision is { } decision ? Json(DecisionJson.ToJson(decision)) : Unreadable(answer.Errors, request);
    }

    private static async Task<IResult> DecideForMeetingAsync(
        Guid id,
        HttpRequest request,
        SignedIn signedIn,
        DecisionDesk desk,
        CancellationToken ct
    )
    {
        // A service decides for nobody: somebody answers for the facts in their own name.
        if (signedIn.Person is not { } person)
            return Forbidden(request);
        using var body = await ReadAsync(request, ct);
        if (body is null)
            return NotJson(request);
        if (JsonObject.Create(body.RootElement.Clone()) is not { } said || body.RootElement.ValueKind is not JsonValueKind.Object)
            return NotJson(request);

        var made = await desk.DecideForMeetingAsync(id, said, person, "http", ct);
        return made switch
        {
            { MeetingNotFound: true } => TypedResults.Problem(statusCode: StatusCodes.Status404NotFound),
            { Forbidden: true } => Forbidden(request),
            { Decision: { } decision } => Json(WithId(decision, made.Row)),
            _ => Unreadable(made.Errors, request),
        };
    }

    /// <summary>The body as JSON; null where it is none: cut off, too deep, or with a field twice.</summary>
    private static async Task<JsonDocument?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            return await JsonDocument.ParseAsync(request.Body, RequestReader.JsonOptions, ct);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Without an id where nothing was stored.</summary>
    private static JsonObject WithId(Decision decision, DecisionRow? row)
    {
        var json = DecisionJson.ToJson(decision);
        json.Insert(0, "id", row?.Id.ToString());
        return json;
    }

    private static JsonHttpResult<JsonObject> Json(JsonObject json) => TypedResults.Json(json);

    private static ValidationProblem NotJson(HttpRequest request) => Unreadable([DeskTexts.Error("$", "NotJson")], request);

    private static ProblemHttpResult Forbidden(HttpRequest request) =>
        TypedResults.Problem(
            DeskTexts.Error("$", "OnlyHostDecides").Message.In(Language(request)),
            statusCode: StatusCodes.Status403Forbidden
        );

    private static ValidationProblem Unreadable(IEnumerable<RequestError> errors, HttpRequest request) =>
        TypedResults.ValidationProblem(
            errors
                .GroupBy(error => error.Path, error => error.Message.In(Language(request)), StringComparer.Ordinal)
                .ToDictionary(field => field.Key, field => field.ToArray(), StringComparer.Ordinal)
        );

    private static string Language(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage.OrderByDescending(tag => tag.Quality ?? 1).Select(tag => tag.Value.Value).FirstOrDefault()
        ?? "en";
}
