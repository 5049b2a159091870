using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Meetings;

/// <summary>Zoom's events come in any order, late and more than once: they end in the same rows (I4), and none moves a meeting back (I12).</summary>
public sealed class MeetingEventOrderTests(SmallCampus campus) : IClassFixture<SmallCampus>
{
    private static readonly string[] Names =
    [
        "meeting.created",
        "meeting.started",
        "meeting.participant_joined|anna|10:01:00",
        "meeting.participant_joined|bo|10:05:00",
        "meeting.participant_left|anna|10:20:00",
        "meeting.participant_joined|anna|10:30:00",
        "meeting.participant_left|anna|11:00:00",
        "meeting.participant_left|bo|11:00:00",
        "meeting.ended",
    ];

    private static long lastId = 82000000000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Events_InAnyOrderAndRepeated_EndInTheSameRows(int seed)
    {
        var straight = await PlayAsync([.. Enumerable.Range(0, Names.Length)]);
        var dice = new Random(seed);
        int[] shuffled = [.. Enumerable.Range(0, Names.Length), .. Enumerable.Range(0, 6).Select(_ => dice.Next(Names.Length))];
        dice.Shuffle(shuffled);

        var played = await PlayAsync(shuffled);

        Assert.Equal(straight, played);
    }

    [Fact]
    public async Task Started_AfterTheEnd_MovesNothingBack()
    {
        var id = NextId();
        await DeliverAsync(id, "meeting.ended");
        await campus.SettleAsync();
        await DeliverAsync(id, "meeting.started");
        await campus.SettleAsync();

        var meeting = await campus.ReadAsync(registry => registry.Meetings.AsNoTracking().SingleAsync(row => row.ZoomId == id, Ct));
        Assert.Equal((At("10:00:00"), At("11:00:00")), (meeting.StartedAt, meeting.EndedAt));
    }

    [Fact]
    public async Task Meeting_HeldTwiceUnderOneNumber_IsTwoRows()
    {
        var lecture = await campus.PlanAsync("Held twice", inMinutes: 0);
        var first = await campus.BeginAsync(lecture);
        await campus.EndAsync(lecture);
        var second = await campus.BeginAsync(lecture);
        await campus.EndAsync(lecture);

        var held = await campus.ReadAsync(registry =>
            registry
                .Meetings.Where(row => row.ZoomId == lecture.ZoomId)
                .OrderBy(row => row.StartedAt)
                .Select(row => row.ZoomUuid)
                .ToListAsync(Ct)
        );
        Assert.Equal([first, second], held);
    }

    [Fact]
    public async Task Webhooks_EachDeliveredTwice_ChangeNothingTwice()
    {
        await campus.Zoom.BreakAsync("webhooks-doubled");
        var lecture = await campus.PlanAsync("Told twice", inMinutes: 0);
        await campus.BeginAsync(lecture);
        await campus.Zoom.JoinAsync(lecture, "Anna");
        await campus.EndAsync(lecture);
        await campus.Zoom.MendAsync();

        var meeting = await campus.MeetingAsync(lecture);
        var subject = Subject.Meeting(meeting.Id);
        Assert.Equal(1, await campus.ReadAsync(registry => registry.Attendance.CountAsync(row => row.MeetingId == meeting.Id, Ct)));
        Assert.Equal(
            ["meeting.registered", "meeting.started", "meeting.ended"],
            await campus.ReadAsync(registry =>
                registry.Audit.Where(row => row.Subject == subject).OrderBy(row => row.Sequence).Select(row => row.Action).ToListAsync(Ct)
            )
        );
    }

    /// <summary>Delivers the events of a meeting of its own, some before others are worked off.</summary>
    /// <returns>What the registry then says of it, without its ids.</returns>
    private async Task<string> PlayAsync(int[] order)
    {
        var id = NextId();
        for (var place = 0; place < order.Length; place++)
        {
            // A repetition need not be the same bytes: Zoom stamps each with a number of its own.
            await DeliverAsync(id, Names[order[place]], repetition: order.Take(place).Count(earlier => earlier == order[place]));
            if (place % 3 == 0)
                await campus.SettleAsync();
        }
        await campus.SettleAsync();

        var meeting = await campus.ReadAsync(registry => registry.Meetings.AsNoTracking().SingleAsync(row => row.ZoomId == id, Ct));
        var seen = await campus.ReadAsync(registry =>
            registry
                .Attendance.Where(row => row.MeetingId == meeting.Id)
                .OrderBy(row => row.JoinedAt)
                .Select(row => new { row.JoinedAt, row.LeftAt })
                .ToListAsync(Ct)
        );
        var subject = Subject.Meeting(meeting.Id);
        var audit = await campus.ReadAsync(registry =>
            registry
                .Audit.Where(row => row.Subject == subject)
                .Select(row => row.Action)
                // Where the plan comes first it is said with that.
                .Where(action => action != "meeting.course-known")
                .OrderBy(action => action)
                .ToListAsync(Ct)
        );
        return string.Join(
            '\n',
            [
                $"{meeting.Topic} {meeting.CourseId} {meeting.HostId} {meeting.StartsAt:s} {meeting.EndsAt:s}",
                $"{meeting.StartedAt:s} {meeting.EndedAt:s}",
                .. seen.Select(row => $"{row.JoinedAt:s} {row.LeftAt:s}"),
                .. audit,
            ]
        );
    }

    private async Task DeliverAsync(long id, string name, int repetition = 0) =>
        (await campus.DeliverAsync(Body(id, name.Split('|'), repetition))).Must();

    private static string Body(long id, string[] name, int repetition)
    {
        var created = name[0] == "meeting.created";
        var more = name switch
        {
            ["meeting.created"] => """, "tracking_fields": [{ "field": "Canvas course", "value": "101" }]""",
            ["meeting.ended"] => """, "end_time": "2027-01-18T11:00:00Z" """,
            [var what, var who, var at] =>
                $$"""
                , "participant": { "participant_uuid": "{{who}}", "{{(
                    what.EndsWith("left", StringComparison.Ordinal) ? "leave" : "join"
                )}}_time": "2027-01-18T{{at}}Z" }
                """,
            _ => "",
        };
        return $$"""
            { "event": "{{name[0]}}", "event_ts": {{1800000000000 + repetition}}, "payload": { "account_id": "campus-account", "object": {
              "id": "{{id}}", "uuid": "uuid-{{id}}", "host_id": "zoom-teacher", "topic": "Any order",
              "start_time": "2027-01-18T{{(created ? "09:45:00" : "10:00:00")}}Z", "duration": 90{{more}} } } }
            """;
    }

    private static long NextId() => Interlocked.Increment(ref lastId);

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse($"2027-01-18T{time}Z", CultureInfo.InvariantCulture);
}
