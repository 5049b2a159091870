using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using ZoomSimulator.Cloud;
using ZoomSimulator.Recordings;
using ZoomSimulator.Rest;
using ZoomSimulator.State;
using ZoomSimulator.Webhooks;

namespace ZoomSimulator.Sandbox;

/// <summary>What people do with meetings: plan, start, come, go, record, end. Each changes the truth and tells the webhook.</summary>
internal sealed class MeetingPlay(
    ZoomTruth truth,
    EventBodies events,
    WebhookPump pump,
    RecordingFolders folders,
    Conversions conversions,
    CloudPlay cloud,
    CloudShelf shelf,
    TimeProvider clock
)
{
    public IResult Plan(NewMeeting plan) =>
        truth.Change(state =>
        {
            if (state.Users.Find(user => user.Account == plan.Host) is not { } host)
                return Refusal.Unreadable("There is no such host.");

            var meeting = new MeetingState
            {
                Id = ZoomTruth.NewMeetingId(state),
                Uuid = ZoomTruth.NewUuid(state),
                HostId = host.Id,
                Topic = plan.Topic!,
                StartsAt = plan.StartsAt!.Value,
                Minutes = plan.Minutes!.Value,
                CourseId = plan.Course,
                ChannelId = plan.Chat is false ? null : "channel-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12)),
                CreatedAt = clock.GetUtcNow(),
            };
            state.Meetings.Add(meeting);
            pump.Queue(state, [events.Created(meeting, host)]);
            return Results.Ok(new { id = meeting.Id, uuid = meeting.Uuid });
        });

    public IResult Start(long id) =>
        truth.Change(state =>
        {
            if (state.Meeting(id) is not { } meeting)
                return Refusal.NoMeeting();
            if (meeting.Session is not null)
                return Refusal.WrongState("The meeting is being held already.");

            if (meeting.Past.Count > 0)
                meeting.Uuid = ZoomTruth.NewUuid(state); // each time it is held is an instance of its own
            meeting.Session = new SessionState
            {
                StartedAt = clock.GetUtcNow(),
                LocalRight = state.RightsOf(state.User(meeting.HostId)!).Local,
            };
            pump.Queue(state, [events.Started(meeting)]);
            return Results.Ok(
                new
                {
                    id,
                    uuid = meeting.Uuid,
                    startedAt = meeting.Session.StartedAt,
                }
            );
        });

    public IResult Participate(long id, ParticipantAct act) =>
        InSession(
            id,
            (state, meeting, session) =>
            {
                var person = session.Present.Find(present => present.Name == act.Name);
                if (act.Do != "join" && person is null)
                    return Refusal.WrongState("Nobody of that name is in the meeting.");

                if (act.Do == "bind")
                {
                    if (session.Present.Find(present => present.Name == act.To) is not { } other)
                        return Refusal.WrongState("Nobody of the other name is in the meeting.");
                    pump.Queue(state, [events.Bound(meeting, person!, other)]);
                }
                else if (act.Do == "leave")
                {
                    session.Present.Remove(person!);
                    pump.Queue(state, [events.Left(meeting, person!)]);
                }
                else
                {
                    person = Newcomer(act, session);
                    session.Present.Add(person);
                    pump.Queue(state, [events.Joined(meeting, person)]);
                }

                return Results.Ok(
                    new
                    {
                        id,
                        uuid = meeting.Uuid,
                        present = session.Present.Count,
                    }
                );
            }
        );

    /// <summary>The host hands over and goes: their own recording ends, and its files come while the meeting goes on.</summary>
    public IResult HostLeaves(long id) =>
        InSession(
            id,
            (state, meeting, session) =>
            {
                var local = session.Local;
                if (local is not null)
                    conversions.Convert(state, meeting, local);
                session.Local = null;
                var host = new PresentPerson("16778240", meeting.HostId, state.User(meeting.HostId)!.DisplayName, Guest: false);
                pump.Queue(state, [events.Left(meeting, host)]);
                return Results.Ok(
                    new
                    {
                        id,
                        uuid = meeting.Uuid,
                        folder = local?.Folder,
                    }
                );
            }
        );

    public IResult Record(long id, RecordingAct act) =>
        InSession(
            id,
            (state, meeting, session) =>
                (act.Where, act.Do) switch
                {
                    ("local", "start") => StartLocal(state, meeting, session),
                    ("local", _) => StopLocal(meeting, session),
                    _ => cloud.Do(state, meeting, session, act.Do!),
                }
        );

    public IResult End(long id) =>
        InSession(
            id,
            (state, meeting, session) =>
            {
                var now = clock.GetUtcNow();
                if (session.Local is { } local)
                    conversions.Convert(state, meeting, local);
                if (session.CloudSince is not null)
                    cloud.Do(state, meeting, session, "stop");
                shelf.Keep(state, meeting, session, now);
                pump.Queue(state, session.Present.Select(person => events.Left(meeting, person)));
                pump.Queue(state, [events.Ended(meeting, now)]);
                meeting.Past.Add(new PastInstance(meeting.Uuid, session.StartedAt, now, session.Joined));
                meeting.Session = null;
                return Results.Ok(
                    new
                    {
                        id,
                        uuid = meeting.Uuid,
                        endedAt = now,
                        folder = session.Local?.Folder,
                    }
                );
            }
        );

    /// <summary>Somebody has made room, and double-clicks what Zoom has left.</summary>
    public IResult ConvertAgain(long id) =>
        truth.Change(state =>
        {
            if (state.Meeting(id) is not { } meeting)
                return Refusal.NoMeeting();
            if (meeting.Unconverted is not { } local)
                return Refusal.WrongState("Nothing waits to be converted.");
            conversions.Convert(state, meeting, local);
            return Recorded(meeting, local);
        });

    private static PresentPerson Newcomer(ParticipantAct act, SessionState session)
    {
        session.Joined++;
        var uuid = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        return new PresentPerson((16_778_240 + (session.Joined * 1024)).ToString(null, null), uuid, act.Name!, act.Guest, act.Phone);
    }

    private IResult StartLocal(ZoomState state, MeetingState meeting, SessionState session)
    {
        var allowed = state.LiveRights ? state.RightsOf(state.User(meeting.HostId)!).Local : session.LocalRight;
        if (!allowed)
            return ZoomResult.Error(403, 200, "Local recording is turned off for this host.");
        if (session.Local is { Running: true })
            return Refusal.WrongState("A local recording is running already.");

        session.Local ??= folders.Open(meeting, session.StartedAt);
        session.Local.Segments++;
        session.Local.Running = true;
        folders.StartSegment(session.Local, clock.GetUtcNow());
        return Recorded(meeting, session.Local);
    }

    private static IResult StopLocal(MeetingState meeting, SessionState session)
    {
        if (session.Local is not { Running: true } local)
            return Refusal.WrongState("No local recording is running.");

        local.Running = false;
        return Recorded(meeting, local);
    }

    private static IResult Recorded(MeetingState meeting, LocalRecording local) =>
        Results.Ok(
            new
            {
                id = meeting.Id,
                uuid = meeting.Uuid,
                folder = local.Folder,
            }
        );

    private IResult InSession(long id, Func<ZoomState, MeetingState, SessionState, IResult> act) =>
        truth.Change(state =>
            state.Meeting(id) is not { } meeting ? Refusal.NoMeeting()
            : meeting.Session is not { } session ? Refusal.WrongState("The meeting is not being held.")
            : act(state, meeting, session)
        );
}
