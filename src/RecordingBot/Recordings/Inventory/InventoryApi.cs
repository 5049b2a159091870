using System.Globalization;
using RecordingBot.Hosting;
using RecordingBot.Rights;

namespace RecordingBot.Recordings.Inventory;

/// <summary>The inventory over HTTP, for the data protection officer.</summary>
public static class InventoryApi
{
    /// <summary>Maps the calls into the API's group.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/inventory", ReadAsync)
            .RequireAuthorization(Policies.Register)
            .WithName("GetInventory")
            .WithSummary("What was there before governance began and is not taken in: whose, where, how much, how old.")
            .WithDescription(
                "portion: what a call to take would take, the oldest first; of one person's with person (our id), of count (1 to 200, 25 where left out) at most."
            )
            .WithQuery("person", "count")
            .Produces<InventoryView>()
            .ProducesValidationProblem()
            .WithMetadata(new ShowsPersonalDataAttribute());
        api.MapPost("/inventory/take", TakeAsync)
            .RequireAuthorization(Policies.Register)
            .WithName("TakeInventory")
            .WithSummary("Takes a portion into governance; whoever recorded is asked about it.")
            .WithDescription(
                "person and count as in GET /inventory, through as its portion says, reason says why now. The same again takes nothing more; where the portion has changed since, nothing is taken (409)."
            )
            .Accepts<TakeBody>("application/json")
            .Produces<TakenView>()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithMetadata(new ShowsPersonalDataAttribute());
    }

    private static async Task<IResult> ReadAsync(HttpRequest request, InventoryReader inventory, CancellationToken ct)
    {
        var query = new ApiQuery(request);
        var person = query.Of<Guid>("person", text => Guid.TryParse(text, out var id) ? id : null, "Our id of a person.");
        var count = query.Of<int>("count", ReadCount, $"A whole number from 1 to {InventoryReader.Largest}.");
        return query.Problem ?? TypedResults.Ok(await inventory.ReadAsync(person, count ?? InventoryReader.Usual, ct));
    }

    private static async Task<IResult> TakeAsync(HttpRequest request, SignedIn signedIn, InventoryActs acts, CancellationToken ct)
    {
        var (body, problem) = await ApiBody.ReadAsync<TakeBody>(request, ct);
        if (body is null)
            return problem!;
        var (result, taken) = await acts.TakeAsync(body, signedIn.RequiredCaller, ct);
        return ActAnswers.ProblemOf(result) ?? TypedResults.Ok(taken);
    }

    internal static int? ReadCount(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= InventoryReader.Largest
            ? count
            : null;
}
