using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Recordings.Cloud;

/// <summary>What no event told of is found all the same (I3); any order and repetition of events ends in the same rows (I4).</summary>
public sealed class CloudWatchTests() : CampusTests("--CloudRecordings:LookEvery=00:15:00")
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 6)];

    [Fact]
    public async Task Recording_OfWhichEveryEventWasLost_IsFoundAQuarterLater()
    {
        var lecture = await Campus.PlanAsync();
        await Campus.Zoom.BreakAsync("webhooks-lost");
        await Campus.HoldInCloudAsync(lecture);
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(16));

        var recording = await Campus.CloudRecordingAsync();
        var meeting = await Campus.MeetingAsync(lecture);
        Assert.Equal((meeting.Id, true, 3), (recording.MeetingId, recording.Unexplained, recording.Parts.Count));
        // Zoom tells whole seconds.
        Assert.Equal(lecture.StartsAt, meeting.StartedAt!.Value, TimeSpan.FromSeconds(1));
        Assert.NotNull(meeting.EndedAt);
        Assert.Equal(1, await Campus.CountToldAsync("teacher", "CloudUnexplained"));
    }

    [Fact]
    public async Task Recording_OfAMeetingThatNoEventToldOf_IsFoundWithItsCourse()
    {
        await Campus.Zoom.BreakAsync("webhooks-lost");
        var lecture = await Campus.PlanAsync();
        await Campus.HoldInCloudAsync(lecture);
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(16));

        var recording = await Campus.CloudRecordingAsync();
        Assert.Equal(("101", "Linear algebra"), (recording.CourseId, recording.Topic));
    }

    [Fact]
    public async Task Recording_OlderThanTwoDays_IsFoundByTheLongLook()
    {
        var lecture = await Campus.PlanAsync();
        await Campus.SettleAsync();
        await Campus.StopBotAsync();
        await Campus.OpenCloudUnseenAsync();
        await Campus.Zoom.StartAsync(lecture);
        (await Campus.Zoom.RecordAsync(lecture, "cloud")).Must();
        await Campus.Zoom.EndAsync(lecture);
        Campus.SetClock(Campus.Now.AddDays(10));
        await Campus.Zoom.BreakAsync("webhooks-lost");
        await Campus.StartBotAsync();
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(20));

        Assert.NotNull(await Campus.CloudRecordingAsync());
    }

    [Fact]
    public async Task Look_ThatZoomRefuses_ChangesNothingAndSomebodyIsTold()
    {
        var lecture = await Campus.PlanAsync();
        await Campus.HoldInCloudAsync(lecture);
        var before = await Campus.CloudRecordingAsync();
        await Campus.Zoom.BreakAsync("token-401");
        for (var quarter = 0; quarter < 8; quarter++)
            await Campus.AdvanceAsync(TimeSpan.FromMinutes(15));

        Assert.Single(await Campus.TasksAsync(TaskKind.CloudUnread));
        var kept = await Campus.CloudRecordingAsync();
        Assert.Equal((before.Id, before.State, before.Parts.Count), (kept.Id, kept.State, kept.Parts.Count));

        await Campus.Zoom.MendAsync();
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(16));
        Assert.Empty(await Campus.TasksAsync(TaskKind.CloudUnread));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Events_InAnyOrderAndRepeated_EndInTheSameRows(int seed)
    {
        var lecture = await Campus.PlanAsync();
        await Campus.Zoom.BreakAsync("webhooks-lost");
        await Campus.MoveToAsync(lecture.StartsAt);
        await Campus.Zoom.StartAsync(lecture);
        await Campus.OpenCloudUnseenAsync();
        (await Campus.Zoom.RecordAsync(lecture, "cloud")).Must();
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(1));
        await Campus.Zoom.EndAsync(lecture);
        string[] names =
        [
            "meeting.started",
            "meeting.ended",
            "recording.started",
            "recording.stopped",
            "recording.completed",
            "recording.transcript_completed",
        ];
        var dice = new Random(seed);
        int[] order = [.. Enumerable.Range(0, names.Length), .. Enumerable.Range(0, 6).Select(_ => dice.Next(names.Length))];
        dice.Shuffle(order);

        for (var place = 0; place < order.Length; place++)
        {
            (await Campus.DeliverAsync(Body(names[order[place]], lecture, place))).Must();
            // Some come before Zoom has made the files, some after.
            await Campus.AdvanceAsync(TimeSpan.FromMinutes(3 * dice.Next(2)));
        }
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(60));

        var recording = Assert.Single(await Campus.RecordingsAsync());
        Assert.Equal((RecordingState.Registered, true, lecture.Uuid), (recording.State, recording.Unexplained, recording.CloudUuid));
        Assert.Equal(["audio", "captions", "video"], recording.Parts.Select(part => part.Kind).Order(StringComparer.Ordinal));
        Assert.All(recording.Parts, part => Assert.Single(part.Copies));
        Assert.Single(await Campus.TasksAsync(TaskKind.Unexplained));
        Assert.Single(await Campus.IncidentsAsync(IncidentKind.CloudRecording));
        Assert.Equal(1, await Campus.ReadAsync(registry => registry.Meetings.CountAsync(Ct)));
        Assert.Equal(1, await Campus.CountToldAsync("teacher", "CloudUnexplained"));
    }

    [Fact]
    public async Task Events_AfterItIsDeleted_BringNothingBack()
    {
        var lecture = await Campus.PlanAsync();
        await Campus.HoldInCloudAsync(lecture);
        var recording = await Campus.CloudRecordingAsync();
        (await Campus.Bot.DeleteAsync("teacher", $"/recordings/{recording.Id}")).Must();
        await Campus.SettleAsync();

        foreach (var name in (string[])["recording.completed", "recording.recovered", "recording.transcript_completed"])
            (await Campus.DeliverAsync(Body(name, lecture, 0))).Must();
        await Campus.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal(RecordingState.Deleted, Assert.Single(await Campus.RecordingsAsync()).State);
    }

    private static string Body(string name, Lecture lecture, int number) =>
        $$"""
            { "event": "{{name}}", "event_ts": {{1800000000000
                + number}}, "download_token": "t{{number}}", "payload": { "account_id": "campus-account",
              "object": { "id": {{lecture.ZoomId}}, "uuid": "{{lecture.Uuid}}", "host_id": "zoom-teacher", "topic": "Linear algebra",
              "start_time": "{{lecture.StartsAt.UtcDateTime:s}}Z", "duration": 60 } } }
            """;
}
