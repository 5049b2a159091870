using Microsoft.EntityFrameworkCore;
using RecordingBot.Hosting;
using RecordingBot.Registry;
using RecordingBot.Rights;
using ZoomConnector.Errors;

namespace RecordingBot.Meetings;

/// <summary>Meetings over HTTP: the decision and the notice that stand, and the right to record.</summary>
public static class MeetingsApi
{
    /// <summary>Maps the calls into the API's group, whose policy lets nobody in who isn't signed in.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/meetings", ListAsync)
            .WithName("ListMeetings")
            .WithSummary("The meetings that the caller sees.")
            .WithDescription(
                "from, to: moments with offset, between which they start; zoomUuid: one instance. Pages by limit (1 to 100) and cursor."
            )
            .WithQuery("from", "to", "zoomUuid", "limit", "cursor")
            .Produces<Page<MeetingView>>()
            .ProducesValidationProblem()
            .WithMetadata(new ShowsPersonalDataAttribute());
        api.MapGet("/meetings/{id:guid}", (Guid id, MeetingAnswer answer, CancellationToken ct) => answer.OfAsync(id, ct))
            .WithName("GetMeeting")
            .WithSummary("One meeting.")
            .WithDescription("With the decision that stands, its notice and whom that reached, the right to record, and incidents.")
            .Produces<MeetingView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithMetadata(new ShowsPersonalDataAttribute());
    }

    private static async Task<IResult> ListAsync(
        HttpRequest request,
        SignedIn signedIn,
        Sight sight,
        MeetingReader reader,
        MeetingCatalogue catalogue,
        ILogger<MeetingCatalogue> logger,
        CancellationToken ct
    )
    {
        var query = new ApiQuery(request);
        var (limit, after) = (query.Limit(), query.Cursor());
        var (from, to, uuid) = (query.Instant("from"), query.Instant("to"), query.Text("zoomUuid"));
        if (query.Problem is { } problem)
            return problem;

        var seen = await sight.MeetingsAsync(signedIn.RequiredCaller, ct);
        if (from is not null)
            seen = seen.Where(row => row.StartsAt >= from);
        if (to is not null)
            seen = seen.Where(row => row.StartsAt < to);
        if (uuid is not null)
            seen = seen.Where(row => row.ZoomUuid == uuid);
        // A meeting that was just scheduled may not have been announced yet.
        if (signedIn.Person is { } person && after is null && !await seen.AnyAsync(ct))
            await ReadZoomAsync(catalogue, person, logger, ct);
        if (after is { } last)
            seen = seen.Where(row => row.Id > last);
        var rows = await reader.ReadAsync(seen.OrderBy(row => row.Id).Take(limit + 1), ct);
        return TypedResults.Ok(Page.Of(rows, limit, row => row.Id, row => row));
    }

    private static async Task ReadZoomAsync(MeetingCatalogue catalogue, PersonRow person, ILogger logger, CancellationToken ct)
    {
        try
        {
            await catalogue.UpcomingAsync(person, ct);
        }
        catch (ZoomException fault)
        {
            // What is in the registry is the answer; Zoom's own words reach it by the next event.
            logger.LogWarning("meeting: Zoom could not be asked for a host's meetings ({Kind})", fault.Kind);
        }
    }
}
