using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZoomSimulator.Cloud;
using ZoomSimulator.State;
using ZoomSimulator.TeamChat;
using ZoomSimulator.Webhooks;

namespace ZoomSimulator.Sandbox;

/// <summary>
/// The doors under <c>/sandbox</c> that play the people and set the stage (design.md 5). An act answers when its events were tried once,
/// or after three seconds.
/// </summary>
internal static class SandboxDoors
{
    public static void MapSandbox(this WebApplication app)
    {
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/sandbox", StringComparison.Ordinal),
            branch => branch.UseStatusCodePages()
        );
        var doors = app.MapGroup("/sandbox");
        doors.MapMeetings();
        doors.MapSettings();
        doors.MapStage();
        doors.MapCloud();
        doors.MapTeamChat();
    }

    private static void MapMeetings(this RouteGroupBuilder doors)
    {
        doors.MapGet("/meetings", (ZoomTruth truth) => truth.Read(Meetings));
        doors.MapGet("/meetings/{id:long}/chat", (long id, ZoomTruth truth) => truth.Read(state => Chat(state, id)));
        doors.MapGet("/messages", (ZoomTruth truth) => truth.Read(Messages));
        var acts = doors.MapGroup("").AddEndpointFilter<RouteGroupBuilder, ToldFirst>();
        acts.MapPost(
            "/meetings",
            (NewMeeting plan, MeetingPlay play) =>
                plan.IsRight
                    ? play.Plan(plan)
                    : Refusal.Unreadable("A meeting takes host, topic, startsAt and minutes; courseId may be missing.")
        );
        acts.MapPost("/meetings/{id:long}/start", (long id, MeetingPlay play) => play.Start(id));
        acts.MapPost("/meetings/{id:long}/leave", (long id, MeetingPlay play) => play.HostLeaves(id));
        acts.MapPost("/meetings/{id:long}/end", (long id, MeetingPlay play) => play.End(id));
        acts.MapPost("/meetings/{id:long}/convert", (long id, MeetingPlay play) => play.ConvertAgain(id));
        acts.MapPost(
            "/meetings/{id:long}/participants",
            (long id, ParticipantAct act, MeetingPlay play) =>
                act is { Name.Length: > 0 and <= 100, Do: "join" or "leave" or "bind" }
                    ? play.Participate(id, act)
                    : Refusal.Unreadable("A participant takes name, guest and do: join, leave or bind.")
        );
        acts.MapPost(
            "/meetings/{id:long}/recording",
            (long id, RecordingAct act, MeetingPlay play) =>
                act.IsRight
                    ? play.Record(id, act)
                    : Refusal.Unreadable(
                        "A recording takes where: local or cloud, and do: start or stop; in the cloud also pause and resume."
                    )
        );
    }

    /// <summary>What an administrator, or a user, does by hand in Zoom's portal.</summary>
    private static void MapSettings(this RouteGroupBuilder doors)
    {
        var acts = doors.MapGroup("").AddEndpointFilter<RouteGroupBuilder, ToldFirst>();
        acts.MapPost(
            "/users/{account}/recording-settings",
            (string account, SettingsAct act, SettingsPlay play) => play.SetUser(account, act)
        );
        acts.MapPost("/account/recording-settings", (SettingsAct act, SettingsPlay play) => play.SetAccount(act));
        acts.MapPost("/groups", (NewGroup group, SettingsPlay play) => play.AddGroup(group));
        acts.MapPost("/groups/{id}/recording-settings", (string id, SettingsAct act, SettingsPlay play) => play.SetGroup(id, act));
        acts.MapPost("/groups/{id}/members", (string id, MemberAct act, SettingsPlay play) => play.Member(id, act));
    }

    private static void MapStage(this RouteGroupBuilder doors)
    {
        doors.MapGet("/webhooks", (ZoomTruth truth) => truth.Read(Deliveries));
        doors.MapPost("/webhooks/validate", ValidateAsync);
        doors.MapPost("/settings", (SandboxSettings settings, ZoomTruth truth) => truth.Change(state => Set(state, settings)));
        doors.MapPost("/faults", Break);
        doors.MapGet(
            "/faults",
            (Faults faults) => Results.Ok(new { items = faults.Left.Select(one => new { fault = one.Key, times = one.Value }) })
        );
        doors.MapDelete(
            "/faults",
            (Faults faults) =>
            {
                faults.Clear();
                return Results.NoContent();
            }
        );
    }

    private static IResult Set(ZoomState state, SandboxSettings settings)
    {
        state.LiveRights = settings.LiveRights ?? state.LiveRights;
        state.TellsApiChanges = settings.TellsApiChanges ?? state.TellsApiChanges;
        return Results.Ok(new { liveRights = state.LiveRights, tellsApiChanges = state.TellsApiChanges });
    }

    private static IResult Break(FaultOrder order, Faults faults)
    {
        if (!Faults.Known.Contains(order.Fault ?? "", StringComparer.Ordinal) || order.Times is < 1)
            return Refusal.Unreadable($"A fault is one of {string.Join(", ", Faults.Known)}; times is 1 or more.");

        faults.Ask(order.Fault!, order.Times ?? 1);
        return Results.NoContent();
    }

    private static async Task<IResult> ValidateAsync(WebhookPump pump, CancellationToken ct) =>
        Results.Ok(new { valid = await pump.CheckAsync(ct) });

    private static IResult Chat(ZoomState state, long id) =>
        state.Meeting(id) is { } meeting
            ? Results.Ok(
                new
                {
                    items = meeting.Chat.ConvertAll(line => new
                    {
                        at = line.At,
                        from = line.From,
                        text = line.Text,
                    }),
                }
            )
            : Refusal.NoMeeting();

    private static IResult Meetings(ZoomState state) =>
        Results.Ok(
            new
            {
                items = state.Meetings.ConvertAll(meeting => new
                {
                    id = meeting.Id,
                    uuid = meeting.Uuid,
                    host = state.User(meeting.HostId)?.Account,
                    topic = meeting.Topic,
                    startsAt = meeting.StartsAt,
                    minutes = meeting.Minutes,
                    courseId = meeting.CourseId,
                    started = meeting.Session is not null,
                    recording = meeting.Session?.Local is { Running: true },
                }),
            }
        );

    private static IResult Messages(ZoomState state) =>
        Results.Ok(
            new
            {
                items = state.Messages.ConvertAll(message => new
                {
                    at = message.At,
                    from = state.User(message.FromId)?.Account,
                    to = state.User(message.ToId)?.Account,
                    text = message.Text,
                }),
            }
        );

    private static IResult Deliveries(ZoomState state) =>
        Results.Ok(
            new
            {
                items = state.Deliveries.ConvertAll(delivery => new
                {
                    id = delivery.Id,
                    @event = delivery.Event,
                    createdAt = delivery.CreatedAt,
                    attempts = delivery.Attempts,
                    lastStatus = delivery.LastStatus,
                    nextAttemptAt = delivery.NextAttemptAt,
                }),
                check = new
                {
                    at = state.UrlCheck.At,
                    valid = state.UrlCheck.Valid,
                    nextAt = state.UrlCheck.NextAt,
                },
            }
        );
}
