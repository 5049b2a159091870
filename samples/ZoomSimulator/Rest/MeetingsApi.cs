using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using ZoomSimulator.State;

namespace ZoomSimulator.Rest;

/// <summary>Meetings, planned, running and past (facts/zoom.md 3.2).</summary>
internal static class MeetingsApi
{
    public static IResult Get(string meeting, ZoomTruth truth, ZoomServerOptions options)
    {
        if (!long.TryParse(meeting, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return ZoomResult.Invalid("Invalid meeting id.");

        return truth.Read(state =>
            state.Meeting(id) is { } found ? ZoomResult.Ok(Whole(found, state, options)) : ZoomResult.NoMeeting(meeting)
        );
    }

    public static IResult List(string user, HttpRequest request, ZoomTruth truth, ZoomServerOptions options)
    {
        var type = request.Query["type"].ToString();
        var now = options.Clock.GetUtcNow();
        var list = truth.Read(state =>
            state.User(user) is { } host
                ? state
                    .Meetings.Where(meeting => meeting.HostId == host.Id && Belongs(meeting, type, now))
                    .OrderBy(meeting => meeting.StartsAt)
                    .Select(meeting => Short(meeting, options))
                    .ToList()
                : null
        );
        return list is null ? ZoomResult.NoUser(user) : Paging.Page(request, "meetings", list);
    }

    public static IResult GetPast(HttpContext context, ZoomTruth truth)
    {
        var uuid = UuidIn(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        return truth.Read(state =>
        {
            var meeting = state.Meetings.Find(one => one.Past.Exists(instance => instance.Uuid == uuid));
            return meeting is null ? ZoomResult.NoMeeting(uuid) : ZoomResult.Ok(Past(meeting, meeting.Past.Find(one => one.Uuid == uuid)!));
        });
    }

    // The first decoding is the web server's, the second the application's: a uuid with a slash that was escaped once falls apart.
    private static string UuidIn(string target)
    {
        var path = Uri.UnescapeDataString(target.Split('?')[0]);
        var rest = path["/v2/past_meetings/".Length..];
        return rest.Contains('/', StringComparison.Ordinal) ? "" : Uri.UnescapeDataString(rest);
    }

    private static bool Belongs(MeetingState meeting, string type, DateTimeOffset now) =>
        type switch
        {
            "live" => meeting.Session is not null,
            "upcoming" or "upcoming_meetings" => meeting.Session is not null || meeting.StartsAt.AddMinutes(meeting.Minutes) > now,
            "previous_meetings" => meeting.Past.Count > 0,
            _ => true,
        };

    private static JsonObject Short(MeetingState meeting, ZoomServerOptions options) =>
        new()
        {
            ["uuid"] = meeting.Uuid,
            ["id"] = meeting.Id,
            ["host_id"] = meeting.HostId,
            ["topic"] = meeting.Topic,
            ["type"] = 2,
            ["start_time"] = ZoomTime.Text(meeting.StartsAt),
            ["duration"] = meeting.Minutes,
            ["timezone"] = options.TimeZone,
            ["created_at"] = ZoomTime.Text(meeting.CreatedAt),
            ["join_url"] = $"https://campus.example.edu/j/{meeting.Id}",
        };

    private static JsonObject Whole(MeetingState meeting, ZoomState state, ZoomServerOptions options)
    {
        var body = Short(meeting, options);
        body["host_email"] = state.User(meeting.HostId)?.Email;
        body["status"] = meeting.Session is null ? "waiting" : "started";
        body["tracking_fields"] = TrackingFields(meeting);
        body["settings"] = new JsonObject
        {
            ["auto_recording"] = "none",
            ["continuous_meeting_chat"] = meeting.ChannelId is { } channel
                ? new JsonObject { ["enable"] = true, ["channel_id"] = channel }
                : new JsonObject { ["enable"] = false },
        };
        return body;
    }

    internal static JsonArray TrackingFields(MeetingState meeting) =>
        meeting.CourseId is { } course
            ?
            [
                new JsonObject
                {
                    ["field"] = "Canvas course",
                    ["value"] = course,
                    ["visible"] = true,
                },
            ]
            : [];

    private static JsonObject Past(MeetingState meeting, PastInstance instance) =>
        new()
        {
            ["uuid"] = instance.Uuid,
            ["id"] = meeting.Id,
            ["host_id"] = meeting.HostId,
            ["type"] = 2,
            ["topic"] = meeting.Topic,
            ["start_time"] = ZoomTime.Text(instance.StartedAt),
            ["end_time"] = ZoomTime.Text(instance.EndedAt),
            ["duration"] = (int)Math.Ceiling((instance.EndedAt - instance.StartedAt).TotalMinutes),
            ["participants_count"] = instance.Participants,
        };
}
