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
    public async Task Meeting_HeldTwiceUnderOneNumber_IsTwoRowsOfItsCourse()
    {
        var lecture = await campus.PlanAsync("Held twice", inMinutes: 0);
        var first = await campus.BeginAsync(lecture);
        await campus.EndAsync(lecture);
        var second = await campus.BeginAsync(lecture);
        await campus.EndAsync(lecture);

        var held = await HeldAsync(lecture);
        Assert.Equal<(string?, string?)>([(first, CanvasStage.Course), (second, CanvasStage.Course)], held);
    }

    [Fact]
    public async Task Meeting_HeldAgainWhileZoomCannotBeAsked_IsARowWithoutItsCourse()
    {
        var lecture = await campus.PlanAsync("Held again", inMinutes: 0);
        var first = await campus.BeginAsync(lecture);
        await campus.EndAsync(lecture);
        await campus.Zoom.BreakAsync("api-500");
        var second = await campus.BeginAsync(lecture);
        await campus.Zoom.MendAsync();

        Assert.Equal<(string?, string?)>([(first, CanvasStage.Course), (second, null)], await HeldAsync(lecture));
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

    /// <summary>What was held under its number, and in which course.</summary>
    private Task<List<(string? Uuid, string? Course)>> HeldAsync(Lecture lecture) =>
        campus.ReadAsync(async registry =>
            (
                await registry
                    .Meetings.AsNoTracking()
                    .Where(row => row.ZoomId == lecture.ZoomId)
                    .OrderBy(row => row.StartedAt)
                    .ToListAsync(Ct)
            ).ConvertAll(row => (row.ZoomUuid, row.CourseId))
        );

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
