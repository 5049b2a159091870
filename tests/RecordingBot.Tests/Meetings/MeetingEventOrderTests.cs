using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Meetings;

/// <summary>Zoom's events come late and more than once: none moves a meeting back (I12). Any order is tried in <see cref="AnyOrderProperties"/>.</summary>
public sealed class MeetingEventOrderTests(SmallCampus campus) : IClassFixture<SmallCampus>
{
    private static long lastId = 82000000000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

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

    private async Task DeliverAsync(long id, string name) =>
        (
            await campus.DeliverAsync(
                $$"""
                { "event": "{{name}}", "event_ts": 1800000000000, "payload": { "account_id": "campus-account", "object": {
                  "id": "{{id}}", "uuid": "uuid-{{id}}", "host_id": "zoom-teacher", "topic": "Any order",
                  "start_time": "2027-01-18T10:00:00Z", "duration": 90, "end_time": "2027-01-18T11:00:00Z" } } }
                """
            )
        ).Must();

    private static long NextId() => Interlocked.Increment(ref lastId);

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse($"2027-01-18T{time}Z", CultureInfo.InvariantCulture);
}
