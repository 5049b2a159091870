using System.Net;
using Microsoft.AspNetCore.Http.HttpResults;
using RecordingBot.Registry;

namespace RecordingBot.Hosting.Campus;

/// <summary>
/// The door by which the control announces a move of the clock: sets it, and does everything that is due then. Works on this machine only.
/// </summary>
public static class ClockDoor
{
    /// <summary>Due work can call for more; a chain longer than this is answered as unsettled, and the control asks again.</summary>
    private const int Rounds = 50;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/campus/clock", SetAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<Results<Ok<ClockSettled>, NotFound>> SetAsync(
        ClockOffset told,
        HttpContext context,
        MovableClock clock,
        IEnumerable<IDueWork> works,
        Turns turns,
        LastRuns runs,
        CancellationToken ct
    )
    {
        if (context.Connection.RemoteIpAddress is not { } from || !IPAddress.IsLoopback(from))
            return TypedResults.NotFound();
        clock.SetOffset(told.Offset);
        return TypedResults.Ok(await SettleAsync([.. works], turns, runs, clock, ct));
    }

    private static async Task<ClockSettled> SettleAsync(
        IReadOnlyList<IDueWork> works,
        Turns turns,
        LastRuns runs,
        MovableClock clock,
        CancellationToken ct
    )
    {
        DateTimeOffset? next = null;
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var work in works)
            {
                runs.Began(work);
                await turns.RunAsync(work, ct);
                runs.Ended(work, fault: null);
            }
            next = await NextAsync(works, ct);
            if (next is null || next > clock.GetUtcNow())
                return new(next, Settled: true);
        }
        return new(next, Settled: false);
    }

    private static async Task<DateTimeOffset?> NextAsync(IReadOnlyList<IDueWork> works, CancellationToken ct)
    {
        DateTimeOffset? earliest = null;
        foreach (var work in works)
        {
            var next = await work.NextDueAsync(ct);
            if (earliest is null || next < earliest)
                earliest = next ?? earliest;
        }
        return earliest;
    }
}
