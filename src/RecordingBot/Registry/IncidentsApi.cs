using RecordingBot.Hosting;
using RecordingBot.Meetings;
using RecordingBot.Recordings;
using RecordingBot.Rights;

namespace RecordingBot.Registry;

/// <summary>Incidents over HTTP, for the data protection officer.</summary>
public static class IncidentsApi
{
    /// <summary>Maps the calls into the API's group.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/incidents", ListAsync)
            .RequireAuthorization(Policies.Register)
            .WithName("ListIncidents")
            .WithSummary("What should not have happened: what, when, who answers for it, what was done.")
            .WithDescription("state: open or closed; both where left out. Pages by limit (1 to 100) and cursor.")
            .WithQuery("state", "limit", "cursor")
            .Produces<Page<IncidentView>>()
            .ProducesValidationProblem()
            .WithMetadata(new ShowsPersonalDataAttribute());
        api.MapPost("/incidents/{id:guid}/close", CloseAsync)
            .RequireAuthorization(Policies.Register)
            .WithName("CloseIncident")
            .WithSummary("Closes an incident.")
            .WithDescription("reason says why. The same again changes nothing; one that was closed otherwise is refused (409).")
            .Accepts<ReasonBody>("application/json")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithMetadata(new ShowsPersonalDataAttribute());
    }

    private static async Task<IResult> ListAsync(HttpRequest request, IncidentReader reader, CancellationToken ct)
    {
        var query = new ApiQuery(request);
        var (limit, after) = (query.Limit(), query.Cursor());
        var open = query.Of<bool>("state", ReadState, "open or closed.");
        if (query.Problem is { } problem)
            return problem;
        var rows = reader.Of(open);
        if (after is { } last)
            rows = rows.Where(row => row.Id > last);
        var read = await reader.ReadAsync(rows.OrderBy(row => row.Id).Take(limit + 1), ct);
        return TypedResults.Ok(Page.Of(read, limit, row => row.Id, row => row));
    }

    private static async Task<IResult> CloseAsync(
        Guid id,
        HttpRequest request,
        SignedIn signedIn,
        IncidentBook incidents,
        CancellationToken ct
    )
    {
        var (body, problem) = await ApiBody.ReadAsync<ReasonBody>(request, ct);
        if (body is null)
            return problem!;
        return ActAnswers.ProblemOf(await incidents.CloseAsync(id, body.Reason, signedIn.RequiredCaller, ct)) ?? TypedResults.NoContent();
    }

    private static bool? ReadState(string text) =>
        text switch
        {
            "open" => true,
            "closed" => false,
            _ => null,
        };
}
