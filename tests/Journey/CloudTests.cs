using System.Text.Json;
using Journey.Faults;

namespace Journey;

/// <summary>A lecture that is recorded in Zoom's cloud, from its plan to the last receipt, through public doors.</summary>
public sealed class CloudTests(CloudCampus campus) : IClassFixture<CloudCampus>
{
    [Fact]
    public async Task Lecture_DecidedForTheCloud_IsRegisteredAndGoesWithItsCourse()
    {
        var lecture = await Lecture.PlanAsync(campus.Doors, campus.Recordings);
        await lecture.DecideAsync(inCloud: true);
        await lecture.UntilRightAsync("given");
        await lecture.InZoom.MeetAsync();
        await lecture.InZoom.RecordInCloudAsync();
        await campus.Doors.LaterAsync("PT30M");
        await lecture.InZoom.EndAsync();
        await campus.Doors.LaterAsync("PT40M");

        await lecture.UntilStateAsync("registered");
        Assert.False(await lecture.InZoom.IsGoneFromCloudAsync());
        Assert.Empty((await lecture.MeetingAsync())!.Value.GetProperty("incidents").EnumerateArray());

        await campus.Doors.WalkToAsync(lecture.ClosesAt.AddMinutes(5));

        await lecture.AssertDeletedAsync();
        Assert.True(await lecture.InZoom.IsGoneFromCloudAsync());
        AssertProven(await lecture.ReceiptsAsync(), "course-lifetime");
    }

    [Fact]
    public async Task Lecture_RecordedInTheCloudUnapproved_IsStoppedShownAndRemovedWithProof()
    {
        var lecture = await Lecture.PlanAsync(campus.Doors, campus.Recordings);
        await lecture.InZoom.MeetAsync();
        await lecture.InZoom.RecordInCloudUnseenAsync();
        await lecture.UntilIncidentAsync(open: true);
        await campus.Doors.UntilAsync("the recording to be stopped", async () => await IncidentAsync(lecture, "done") == "stopped");
        await lecture.InZoom.EndAsync();
        await campus.Doors.LaterAsync("PT40M");

        await lecture.UntilStateAsync("registered", explained: false);
        await campus.Doors.LaterAsync("P6D");
        Assert.False(await lecture.InZoom.IsGoneFromCloudAsync());
        await campus.Doors.LaterAsync("P2D");

        await lecture.UntilIncidentAsync(open: false);
        Assert.Equal("deleted", await IncidentAsync(lecture, "reason"));
        Assert.Equal("deleted", (await lecture.RecordingAsync())!.Value.GetProperty("state").GetString());
        Assert.True(await lecture.InZoom.IsGoneFromCloudAsync());
        AssertProven(await lecture.ReceiptsAsync(), "not-approved");
    }

    [Fact]
    public async Task Host_WhoRecordsInTheCloudUnapprovedThreeTimes_IsStoppedEachTimeAndTheOfficerIsAsked()
    {
        var lecture = await Lecture.PlanAsync(campus.Doors, campus.Recordings);
        await lecture.InZoom.MeetAsync();
        var stopped = await campus.Doors.CountToldAsync("recording.stopped");
        for (var time = 1; time <= 3; time++)
        {
            Assert.Empty(await lecture.TasksAsync("dpo"));
            await lecture.InZoom.RecordInCloudUnseenAsync();
            await UntilToldAsync("recording.stopped", stopped + time);
        }

        await campus.Doors.UntilAsync("the officer to be asked", async () => await IsAskedAsync(lecture));
        Assert.Equal("stopped", await IncidentAsync(lecture, "done"));
        await campus.Doors.ApiAsync(
            "dpo",
            $"POST /incidents/{await IncidentAsync(lecture, "id")}/close",
            new { reason = "Talked to them." }
        );
        Assert.False(await IsAskedAsync(lecture));
        await lecture.InZoom.EndAsync();
    }

    [Fact]
    public async Task Newcomer_WhoHasNotConsented_HasTheRecordingPausedUntilTheyHave()
    {
        var lecture = await Lecture.PlanAsync(campus.Doors, campus.Recordings);
        await lecture.DecideAsync(Requests.Consented(lecture.Course, inCloud: true));
        await lecture.InZoom.MeetAsync();
        await lecture.ConsentAsync("Guest One");
        await lecture.UntilRightAsync("given");
        await lecture.InZoom.RecordInCloudAsync();
        var paused = await campus.Doors.CountToldAsync("recording.paused");

        await lecture.InZoom.ComeAsync("Guest Two");
        await UntilToldAsync("recording.paused", paused + 1);
        await lecture.InZoom.ResumeInCloudAsync();
        await UntilToldAsync("recording.paused", paused + 2);
        await lecture.ConsentAsync("Guest Two");
        await lecture.InZoom.ResumeInCloudAsync();
        await campus.Doors.LaterAsync("PT30M");

        Assert.Equal(paused + 2, await campus.Doors.CountToldAsync("recording.paused"));
        await lecture.InZoom.EndAsync();
        await campus.Doors.LaterAsync("PT40M");
        await campus.Doors.UntilAsync("the recording", lecture.RegisteredAsync);
    }

    private static void AssertProven(IReadOnlyList<JsonElement> receipts, string plan)
    {
        Assert.NotEmpty(receipts);
        Assert.All(
            receipts,
            receipt =>
            {
                Assert.Equal(
                    ("zoom-cloud", plan, "deleted-in-zoom", "zoom-read-back"),
                    (Text(receipt, "place"), Text(receipt, "plan"), Text(receipt, "evidence"), Text(receipt, "checkedBy"))
                );
                Assert.NotEmpty(Text(receipt, "signature")!);
            }
        );
    }

    private Task UntilToldAsync(string @event, int times) =>
        campus.Doors.UntilAsync($"{@event} for the {times}th time", async () => await campus.Doors.CountToldAsync(@event) == times);

    /// <summary>Whether the data protection officer is asked about what goes on in a meeting.</summary>
    private static async Task<bool> IsAskedAsync(Lecture lecture) =>
        (await lecture.TasksAsync("dpo")).Any(task => Text(task, "kind") == "cloud-recording");

    /// <summary>What the data protection officer sees of the meeting's incident.</summary>
    private async Task<string?> IncidentAsync(Lecture lecture, string field)
    {
        var meeting = (await lecture.MeetingAsync())!.Value.GetProperty("id").GetString();
        var incidents = await campus.Doors.ApiAsync("dpo", "GET /incidents?limit=100");
        return
            incidents.GetProperty("items").EnumerateArray().ToList().FindAll(one => Text(one, "meetingId") == meeting) is [var only]
            && Text(only, "kind") == "cloud-recording"
            ? Text(only, field)
            : null;
    }

    private static string? Text(JsonElement from, string field) =>
        from.TryGetProperty(field, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
