namespace Journey.Faults;

/// <summary>Zoom fails in the middle of a lecture's life, by its API or by its webhooks: the right comes and goes, the notice is posted, the recording is tied to its decision.</summary>
public sealed class ZoomFaultTests(FaultCampus campus) : IClassFixture<FaultCampus>
{
    private const int Always = 100_000;

    [Theory]
    [InlineData("api-500")]
    [InlineData("api-429")]
    [InlineData("token-401")]
    public async Task Lecture_ZoomRefusesAtEveryStep_SaysSoOnceAndGoesOnWhenZoomDoes(string fault)
    {
        var lecture = await Lecture.PlanAsync(campus.Doors, campus.Recordings);
        await campus.Doors.UntilAsync("the meeting", async () => await lecture.MeetingAsync() is not null);

        await BreakAsync(fault);
        await lecture.DecideAsync();
        await lecture.UntilOneTaskAsync("step-fails");
        await campus.MendAsync();
        await lecture.UntilRightAsync("given");
        await lecture.UntilNoTaskAsync();
        Assert.True(await campus.Doors.MayRecordAsync());

        await BreakAsync(fault);
        await lecture.InZoom.BeginAsync();
        // A chat that can't be written to for a minute: the host is asked to stop, which is an incident and no task.
        await campus.Doors.LaterAsync("PT90S");
        await lecture.UntilIncidentAsync(open: true);
        await campus.MendAsync();
        await lecture.UntilPostedAsync();
        await lecture.UntilIncidentAsync(open: false);

        await BreakAsync(fault);
        await lecture.InZoom.EndAsync();
        await lecture.UntilOneTaskAsync("step-fails");
        await campus.MendAsync();
        await AssertEndsWellAsync(lecture);
    }

    [Theory]
    [InlineData("webhooks-lost", Always)]
    [InlineData("webhooks-doubled", Always)]
    [InlineData("webhooks-late", Always)]
    // Begun, a guest comes, and as the last ones the guest goes and the end.
    [InlineData("webhooks-disordered", 4)]
    public async Task Lecture_WebhooksGoWrongFromTheDecisionOn_IsNoticedRecordedAndTiedToItsDecision(string fault, int times)
    {
        var lecture = await Lecture.PlanAsync(campus.Doors, campus.Recordings);
        await lecture.DecideAsync();
        await lecture.UntilRightAsync("given");
        await BreakAsync(fault, times);

        await lecture.InZoom.BeginAsync();
        await campus.Doors.LaterAsync("PT15M");
        await lecture.UntilPostedAsync();
        await lecture.InZoom.EndAsync();
        await campus.Doors.LaterAsync("PT15M");
        await campus.MendAsync();

        // Who was there is told by nothing but webhooks.
        Assert.Equal(fault == "webhooks-lost" ? (0, 0) : (1, 1), await lecture.CoverageAsync());
        await AssertEndsWellAsync(lecture);
    }

    private async Task AssertEndsWellAsync(Lecture lecture)
    {
        await lecture.UntilRightAsync("taken");
        Assert.False(await campus.Doors.MayRecordAsync());
        await lecture.UntilNoTaskAsync();
        await lecture.UntilRegisteredAsync();
        // Once, and once more for a guest who came in the very second.
        Assert.InRange(await lecture.PostedAsync(), 1, 2);
        await lecture.AskToDeleteAsync();
        await lecture.AssertDeletedAsync();
    }

    private async Task BreakAsync(string fault, int times = Always) =>
        await campus.Doors.ZoomSandboxAsync("POST /faults", new { fault, times });
}
