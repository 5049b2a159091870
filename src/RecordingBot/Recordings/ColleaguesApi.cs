using RecordingBot.Hosting;
using RecordingBot.Rights;

namespace RecordingBot.Recordings;

/// <summary>Named colleagues over HTTP (<c>storage.access-granted</c>).</summary>
public static class ColleaguesApi
{
    /// <summary>Maps the calls into the API's group, whose policy lets nobody in who isn't signed in.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        Describe(
            api.MapGet("/recordings/{id:guid}/colleagues", ListAsync),
            "ListColleagues",
            "The colleagues who may open the recording's record.",
            "For everyone who sees the recording."
        );
        Describe(
            api.MapPut("/recordings/{id:guid}/colleagues/{account}", GrantAsync)
                .Accepts<ColleagueBody>("application/json")
                .ProducesValidationProblem(),
            "NameColleague",
            "Lets a colleague open the recording's record.",
            "For the recorder. until is the last day, reviewOn the day on which the recorder is asked again; without either the policy says when."
        );
        Describe(
            api.MapDelete("/recordings/{id:guid}/colleagues/{account}", EndAsync),
            "EndColleague",
            "Takes a colleague's access back.",
            "For the recorder."
        );
    }

    private static void Describe(RouteHandlerBuilder act, string name, string summary, string description) =>
        act.WithName(name)
            .WithSummary(summary)
            .WithDescription(description)
            .Produces<IReadOnlyList<ColleagueView>>()
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithMetadata(new ShowsPersonalDataAttribute());

    private static async Task<IResult> ListAsync(Guid id, SignedIn signedIn, Sight sight, ColleagueList list, CancellationToken ct) =>
        await sight.SeesRecordingAsync(signedIn.RequiredCaller, id, ct)
            ? TypedResults.Ok(await list.OfAsync(id, ct))
            : ActAnswers.NotFound();

    private static async Task<IResult> GrantAsync(
        Guid id,
        string account,
        HttpRequest request,
        SignedIn signedIn,
        ColleagueActs acts,
        ColleagueList list,
        CancellationToken ct
    )
    {
        var (body, problem) = await ApiBody.ReadAsync<ColleagueBody>(request, ct);
        if (body is null)
            return problem!;
        var (until, review) = (ApiQuery.ReadDay(body.Until), ApiQuery.ReadDay(body.ReviewOn));
        if (body.Until is not null && until is null)
            return ApiBody.Wrong("until", "A day, such as 2027-01-17.");
        if (body.ReviewOn is not null && review is null)
            return ApiBody.Wrong("reviewOn", "A day, such as 2027-01-17.");
        var result = await acts.GrantAsync(id, account, until, review, signedIn.RequiredCaller, ct);
        return ActAnswers.ProblemOf(result) ?? TypedResults.Ok(await list.OfAsync(id, ct));
    }

    private static async Task<IResult> EndAsync(
        Guid id,
        string account,
        SignedIn signedIn,
        ColleagueActs acts,
        ColleagueList list,
        CancellationToken ct
    ) => ActAnswers.ProblemOf(await acts.EndAsync(id, account, signedIn.RequiredCaller, ct)) ?? TypedResults.Ok(await list.OfAsync(id, ct));
}
