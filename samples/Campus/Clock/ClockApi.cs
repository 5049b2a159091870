using Microsoft.AspNetCore.Http.HttpResults;
using RecordingBot.Hosting.Campus;

namespace Campus.Clock;

/// <summary>The clock's doors at the control.</summary>
public static class ClockApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/clock", (ClockMover mover) => mover.Read());
        routes.MapPost("/clock", MoveAsync);
        routes.MapPost("/clock/followers", Follow);
    }

    private static async Task<Results<Ok<ClockReading>, ProblemHttpResult>> MoveAsync(
        HttpRequest request,
        ClockMover mover,
        CancellationToken ct
    )
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, ct);
        try
        {
            return TypedResults.Ok(await mover.MoveAsync(ClockMove.Read(body.ToArray()), ct));
        }
        catch (FormatException refusal)
        {
            return TypedResults.Problem(
                refusal.Message,
                statusCode: StatusCodes.Status400BadRequest,
                title: "The clock can't be moved like that."
            );
        }
    }

    private static Results<Ok<ClockOffset>, ProblemHttpResult> Follow(FollowerRequest follower, Followers followers, CampusClock clock)
    {
        if (follower.Url is { } text)
        {
            if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || !url.IsLoopback || url.Scheme != Uri.UriSchemeHttp)
                return TypedResults.Problem("A follower is on this machine.", statusCode: StatusCodes.Status400BadRequest);
            followers.Saw(url);
        }
        return TypedResults.Ok(new ClockOffset(clock.Time.Offset));
    }
}
