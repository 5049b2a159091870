using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using ZoomSimulator.Rest;
using ZoomSimulator.State;

namespace ZoomSimulator.Cloud;

/// <summary>Cloud recordings over REST (facts/zoom.md 3.5), an instance by its uuid, a number for the latest instance.</summary>
internal static class CloudApi
{
    public static IResult List(string user, HttpRequest request, ZoomTruth truth, CloudBodies bodies, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        if (
            !TryDay(request, "from", now.UtcDateTime.Date.AddDays(-1), out var from)
            || !TryDay(request, "to", now.UtcDateTime.Date, out var to)
        )
            return ZoomResult.Invalid("The date format is wrong.");
        if (to < from || from.AddMonths(1) < to)
            return ZoomResult.Invalid("The next two dates must be within a month.");
        var trash = request.Query["trash"] == "true";
        // Single files can't be thrown away here.
        var nothing = trash && request.Query["trash_type"] == "recording_file";
        var list = truth.Read(state =>
            state.User(user) is { } host
                ? state
                    .Cloud.Where(recording => !nothing && recording.HostId == host.Id && recording.IsThere(now))
                    .Where(recording => trash == recording.TrashedAt is not null)
                    .Where(recording => recording.StartedAt.UtcDateTime.Date >= from && recording.StartedAt.UtcDateTime.Date <= to)
                    .OrderByDescending(recording => recording.StartedAt)
                    .Select(bodies.Answer)
                    .ToList()
                : null
        );
        return list is null ? ZoomResult.NoUser(user) : Paging.Page(request, "meetings", list);
    }

    public static IResult Get(HttpContext context, ZoomTruth truth, CloudShelf shelf, CloudBodies bodies) =>
        truth.Read(state =>
            shelf.There(state, Named(state, context)) is { TrashedAt: null } recording
                ? ZoomResult.Ok(bodies.Answer(recording))
                : NoRecording()
        );

    public static IResult Delete(HttpContext context, ZoomTruth truth, CloudShelf shelf) =>
        truth.Change(state =>
            context.Request.Query["action"].ToString() switch
            {
                "" or "trash" => Done(shelf.Trash(state, Named(state, context))),
                "delete" => Done(shelf.Delete(state, Named(state, context))),
                _ => ZoomResult.Invalid("Validation Failed."),
            }
        );

    public static IResult DeleteTranscript(HttpContext context, ZoomTruth truth) =>
        truth.Change(state =>
        {
            if (state.Cloud.Find(recording => recording.Uuid == Named(state, context)) is not { Transcript: true } recording)
                return ZoomResult.Error(404, 3322, "There is no transcript for this meeting.");
            recording.Transcript = false;
            return Results.NoContent();
        });

    public static IResult DeleteSummary(HttpContext context, ZoomTruth truth) =>
        truth.Change(state =>
        {
            if (state.Cloud.Find(recording => recording.Uuid == Named(state, context)) is not { Summary: true } recording)
                return ZoomResult.Error(404, 3001, "There is no summary for this meeting.");
            recording.Summary = false;
            return Results.NoContent();
        });

    private static IResult Done(bool done) => done ? Results.NoContent() : NoRecording();

    private static IResult NoRecording() => ZoomResult.Error(404, 3301, "There is no recording for this meeting.");

    // The first decoding is the web server's, the second the application's: a uuid with a slash that was escaped once falls apart.
    private static string Named(ZoomState state, HttpContext context)
    {
        var path = Uri.UnescapeDataString(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?')[0]);
        var parts = path["/v2/meetings/".Length..].Split('/');
        var named = parts.Length == 2 ? Uri.UnescapeDataString(parts[0]) : "";
        return long.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? state.Meeting(id)?.Past.LastOrDefault()?.Uuid ?? ""
            : named;
    }

    private static bool TryDay(HttpRequest request, string name, DateTime without, out DateTime day)
    {
        day = without;
        var text = request.Query[name].ToString();
        return text.Length == 0 || DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }
}
