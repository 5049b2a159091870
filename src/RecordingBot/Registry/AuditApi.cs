using System.Globalization;
using RecordingBot.Hosting;
using RecordingBot.Rights;

namespace RecordingBot.Registry;

/// <summary>The audit over HTTP, in the order in which it was written.</summary>
public static class AuditApi
{
    /// <summary>Maps the call into the API's group; only the data protection officer and the operator come in.</summary>
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/audit", ListAsync)
            .RequireAuthorization(Policies.Audit)
            .WithName("ListAudit")
            .WithSummary("Audit entries: who changed what, when, and why.")
            .WithDescription(
                "after: the sequence number of the last entry that is known; next gives it for the page that follows. Pages by limit (1 to 100)."
            )
            .WithQuery("after", "limit", "cursor")
            .Produces<Page<AuditView>>()
            .ProducesValidationProblem()
            .WithMetadata(new ShowsPersonalDataAttribute());

    private static async Task<IResult> ListAsync(HttpRequest request, RegistryContext registry, AuditReader reader, CancellationToken ct)
    {
        var query = new ApiQuery(request);
        var limit = query.Limit();
        var after =
            query.Of("cursor", Sequence, "The value that the page before gave as next.")
            ?? query.Of("after", Sequence, "A sequence number.")
            ?? 0;
        if (query.Problem is { } problem)
            return problem;
        var rows = await reader.ReadAsync(
            registry.Audit.Where(row => row.Sequence > after).OrderBy(row => row.Sequence).Take(limit + 1),
            ct
        );
        var next = rows.Count > limit ? rows[limit - 1].Sequence.ToString(CultureInfo.InvariantCulture) : null;
        return TypedResults.Ok(new Page<AuditView>([.. rows.Take(limit)], next));
    }

    private static long? Sequence(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : null;
}
