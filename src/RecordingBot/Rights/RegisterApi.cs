using Microsoft.EntityFrameworkCore;
using RecordingBot.Hosting;
using RecordingBot.Registry;

namespace RecordingBot.Rights;

/// <summary>The Article 30 register over HTTP.</summary>
public static class RegisterApi
{
    /// <summary>Maps the call into the API's group; only the data protection officer comes in.</summary>
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/register", ListAsync)
            .RequireAuthorization(Policies.Register)
            .WithName("ListRegister")
            .WithSummary("The Article 30 register, from practice.")
            .WithDescription(
                "One entry for each approved decision, with the number of incidents in its meeting. Pages by limit (1 to 100) and cursor."
            )
            .WithQuery("limit", "cursor")
            .Produces<Page<RegisterView>>()
            .ProducesValidationProblem()
            .WithMetadata(new ShowsPersonalDataAttribute());

    private static async Task<IResult> ListAsync(HttpRequest request, RegistryContext registry, RegisterReader reader, CancellationToken ct)
    {
        var query = new ApiQuery(request);
        var (limit, after) = (query.Limit(), query.Cursor());
        if (query.Problem is { } problem)
            return problem;
        var decisions = registry.Decisions.AsNoTracking().Where(row => row.Outcome == "approved");
        if (after is { } last)
            decisions = decisions.Where(row => row.Id > last);
        var rows = await decisions.OrderBy(row => row.Id).Take(limit + 1).ToListAsync(ct);
        return TypedResults.Ok(Page.Of(await reader.ReadAsync(rows, ct), limit, row => row.Id, row => row));
    }
}
