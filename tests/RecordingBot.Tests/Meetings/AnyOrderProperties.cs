using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Meetings;

/// <summary>Any order and any repetition of a meeting's events ends in the same registry (I4, I12), through the webhooks' door.</summary>
public sealed class AnyOrderProperties(SmallCampus campus) : IClassFixture<SmallCampus>
{
    private const int Orders = 25;

    private static readonly DateTimeOffset Planned = SmallCampus.Beginning.AddHours(-2);

    /// <summary>A meeting's life; what somebody did, to whom, and how many minutes after its planned start.</summary>
    private static readonly (string Name, string? Who, int Minute)[] Life =
    [
        ("meeting.created", null, -60),
        ("meeting.updated", null, -30),
        ("meeting.started", null, 2),
        ("meeting.participant_joined", "anna", 3),
        ("recording.started", null, 4),
        ("meeting.participant_joined", "bo", 5),
        ("recording.paused", null, 10),
        ("meeting.participant_left", "anna", 20),
        ("recording.resumed", null, 25),
        ("meeting.participant_joined", "anna", 30),
        ("recording.stopped", null, 50),
        ("meeting.participant_left", "bo", 55),
        ("meeting.participant_left", "anna", 58),
        ("meeting.ended", null, 58),
        ("recording.completed", null, 70),
        ("recording.transcript_completed", null, 75),
        ("meeting.deleted", null, 90),
        ("recording.trashed", null, 95),
        ("recording.deleted", null, 99),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Every event once and six of them again, shuffled; and after how many the bot works them off.</summary>
    private static Gen<(int[] Order, int Settles)> AnyOrder =>
        from again in Gen.Choose(0, Life.Length - 1).ArrayOf(6)
        from order in Gen.Shuffle(Enumerable.Range(0, Life.Length).Concat(again).ToArray())
        from settles in Gen.Choose(1, 8)
        select (order, settles);

    [Fact]
    public void Registry_AfterAnyOrderWithRepetitions_IsAsAfterTheStraightOne()
    {
        var straight = Play([.. Enumerable.Range(0, Life.Length)], settles: 1);

        Prop.ForAll(
                AnyOrder.ToArbitrary(),
                one =>
                {
                    var played = Play(one.Order, one.Settles);
                    return (played == straight).Label($"{string.Join(", ", one.Order)}; {one.Settles}\n{played}\nrather than\n{straight}");
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Orders));
    }

    // FsCheck's properties don't wait.
    private string Play(int[] order, int settles) => Task.Run(() => PlayAsync(order, settles), Ct).GetAwaiter().GetResult();

    /// <summary>Delivers the events of a meeting of its own.</summary>
    /// <returns>What the registry then says of it, without its ids.</returns>
    private async Task<string> PlayAsync(int[] order, int settles)
    {
        await campus.Zoom.BreakAsync("webhooks-lost", times: 1);
        var lecture = await campus.Zoom.PlanAsync("Any order", Planned, 90, CanvasStage.Course, "teacher");
        for (var place = 0; place < order.Length; place++)
        {
            var repetition = order.Take(place).Count(earlier => earlier == order[place]);
            (await campus.DeliverAsync(Body(lecture, Life[order[place]], repetition))).Must();
            if (place % settles == 0)
                await campus.SettleAsync();
        }
        await campus.SettleAsync();
        return await campus.ReadAsync(registry => TellAsync(registry, lecture));
    }

    private static async Task<string> TellAsync(RegistryContext registry, Lecture lecture)
    {
        var meeting = await registry.Meetings.AsNoTracking().SingleAsync(row => row.ZoomId == lecture.ZoomId, Ct);
        var subject = Subject.Meeting(meeting.Id);
        var seen = await registry
            .Attendance.AsNoTracking()
            .Where(row => row.MeetingId == meeting.Id)
            .OrderBy(row => row.JoinedAt)
            .ToListAsync(Ct);
        var incidents = await registry
            .Incidents.AsNoTracking()
            .Where(row => row.MeetingId == meeting.Id)
            .OrderBy(row => row.Kind)
            .ToListAsync(Ct);
        // What was concluded on the way may differ, as the ways do; what is said once of every life is said once.
        string[] once = ["meeting.registered", "meeting.started", "meeting.ended", "incident.opened"];
        var audit = await registry
            .Audit.Where(row => row.Subject == subject && once.Contains(row.Action))
            .GroupBy(row => row.Action)
            .Select(group => new { group.Key, Count = group.Count() })
            .OrderBy(group => group.Key)
            .ToListAsync(Ct);
        return string.Join(
            '\n',
            [
                $"{meeting.Topic} {meeting.CourseId} {meeting.HostId} {meeting.StartsAt:s} {meeting.EndsAt:s} chat {meeting.ChatChannelId is not null}",
                $"{meeting.StartedAt:s} {meeting.EndedAt:s} called off {meeting.CancelledAt:s} cloud {meeting.CloudStartedAt:s}",
                $"instance {meeting.ZoomUuid == lecture.Uuid} host known {meeting.HostPersonId is not null} right {meeting.Right}",
                .. seen.Select(row => $"{row.JoinedAt:s} {row.LeftAt:s}"),
                .. incidents.Select(row => $"{row.Kind} {row.At:s} {row.OwnerId is not null}"),
                .. audit.Select(row => $"{row.Key} {row.Count}"),
            ]
        );
    }

    /// <summary>An event as Zoom writes it. A repetition may be the same bytes, and need not.</summary>
    private static string Body(Lecture lecture, (string Name, string? Who, int Minute) step, int repetition)
    {
        var at = Planned.AddMinutes(step.Minute);
        var plan = step.Name is "meeting.created" or "meeting.deleted";
        // Meetings that run have their number as text, plans and recordings as a number.
        var asText = step.Name is "meeting.started" or "meeting.ended" || step.Who is not null;
        var meeting = new JsonObject
        {
            ["id"] = asText ? JsonValue.Create($"{lecture.ZoomId}") : JsonValue.Create(lecture.ZoomId),
            ["uuid"] = lecture.Uuid,
            ["host_id"] = "zoom-teacher",
            ["topic"] = lecture.Topic,
            ["type"] = 2,
            ["start_time"] = $"{(plan ? Planned : Planned.AddMinutes(2)):s}Z",
            ["duration"] = 90,
        };
        if (step.Name == "meeting.updated")
            meeting = new JsonObject { ["id"] = lecture.ZoomId };
        if (step.Name == "meeting.created")
            meeting["tracking_fields"] = new JsonArray(new JsonObject { ["field"] = "Canvas course", ["value"] = CanvasStage.Course });
        if (step.Name == "meeting.ended")
            meeting["end_time"] = $"{at:s}Z";
        if (step.Who is not null)
            meeting["participant"] = new JsonObject
            {
                ["participant_uuid"] = step.Who,
                ["user_name"] = step.Who,
                [step.Name.EndsWith("left", StringComparison.Ordinal) ? "leave_time" : "join_time"] = $"{at:s}Z",
            };
        if (step.Name.StartsWith("recording.", StringComparison.Ordinal))
            meeting["recording_file"] = new JsonObject { ["recording_start"] = $"{Planned.AddMinutes(4):s}Z" };
        var body = new JsonObject
        {
            ["event"] = step.Name,
            ["event_ts"] = at.ToUnixTimeMilliseconds(),
            ["payload"] = new JsonObject { ["account_id"] = "campus-account", ["object"] = meeting },
        };
        if (repetition % 2 == 1)
            body["repetition"] = repetition;
        return body.ToJsonString();
    }
}
