using Microsoft.AspNetCore.Http;
using ZoomSimulator.Rest;
using ZoomSimulator.State;
using ZoomSimulator.Webhooks;

namespace ZoomSimulator.Sandbox;

/// <summary>A meeting's recording in the cloud: started, paused, resumed and stopped, by the host or through the API, each told of by its event.</summary>
internal sealed class CloudPlay(EventBodies events, WebhookPump pump, TimeProvider clock)
{
    public IResult Do(ZoomState state, MeetingState meeting, SessionState session, string act) =>
        act switch
        {
            "start" => Start(state, meeting, session),
            "pause" => Pause(state, meeting, session, pauses: true),
            "resume" => Pause(state, meeting, session, pauses: false),
            _ => Stop(state, meeting, session),
        };

    private IResult Start(ZoomState state, MeetingState meeting, SessionState session)
    {
        if (!state.RightsOf(state.User(meeting.HostId)!).Cloud)
            return ZoomResult.Error(403, 200, "Cloud recording is turned off for this host.");
        if (session.CloudSince is not null)
            return Refusal.WrongState("A cloud recording is running already.");

        (session.CloudSince, session.CloudPaused) = (clock.GetUtcNow(), false);
        return Told(state, meeting, session.CloudSince.Value, "started");
    }

    private IResult Pause(ZoomState state, MeetingState meeting, SessionState session, bool pauses)
    {
        if (session.CloudSince is not { } since || session.CloudPaused == pauses)
            return Refusal.WrongState(pauses ? "No cloud recording is running." : "No cloud recording is paused.");

        session.CloudPaused = pauses;
        return Told(state, meeting, since, pauses ? "paused" : "resumed");
    }

    private IResult Stop(ZoomState state, MeetingState meeting, SessionState session)
    {
        if (session.CloudSince is not { } since)
            return Refusal.WrongState("No cloud recording is running.");

        (session.CloudSince, session.CloudPaused) = (null, false);
        session.CloudSegments.Add(new(since, clock.GetUtcNow()));
        return Told(state, meeting, since, "stopped");
    }

    private IResult Told(ZoomState state, MeetingState meeting, DateTimeOffset since, string change)
    {
        pump.Queue(state, [events.CloudRecording(meeting, since, change == "stopped" ? clock.GetUtcNow() : null, change)]);
        return Results.Ok(new { id = meeting.Id, uuid = meeting.Uuid });
    }
}
