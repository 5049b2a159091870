using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using ZoomSimulator.Sandbox;
using ZoomSimulator.State;

namespace ZoomSimulator.Rest;

/// <summary><c>PATCH /live_meetings/{meetingId}/events</c> (facts/zoom.md 3.3): accepted, and done a little later. It reaches cloud recordings only.</summary>
internal static class LiveMeetingsApi
{
    private const string Prefix = "recording.";

    private static readonly ImmutableArray<string> Acts = ["start", "stop", "pause", "resume"];

    public static async Task<IResult> PatchAsync(string meeting, HttpRequest request, ZoomTruth truth, LiveControl control)
    {
        var method = (await RequestJson.ReadAsync(request))?.Text("method") ?? "";
        if (!method.StartsWith(Prefix, StringComparison.Ordinal) || !Acts.Contains(method[Prefix.Length..], StringComparer.Ordinal))
            return ZoomResult.Invalid("Invalid method.");
        if (!long.TryParse(meeting, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return ZoomResult.Invalid("Invalid meeting id.");

        var act = method[Prefix.Length..];
        return truth.Change(state =>
        {
            if (state.Meeting(id) is not { } found)
                return ZoomResult.NoMeeting(meeting);
            if (found.Session is not { } session || !IsPossible(state, found, session, act))
                return ZoomResult.Invalid("This API is not available for this meeting.");
            control.Accept(state, id, act);
            return Results.StatusCode(StatusCodes.Status202Accepted);
        });
    }

    private static bool IsPossible(ZoomState state, MeetingState meeting, SessionState session, string act) =>
        act switch
        {
            "start" => session.CloudSince is null && state.RightsOf(state.User(meeting.HostId)!).Cloud,
            "pause" => session is { CloudSince: not null, CloudPaused: false },
            "resume" => session is { CloudSince: not null, CloudPaused: true },
            _ => session.CloudSince is not null,
        };
}
