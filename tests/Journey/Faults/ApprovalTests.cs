namespace Journey.Faults;

/// <summary>An approval that ends before its meeting does, and what is found of a recording that nobody approved.</summary>
public sealed class ApprovalTests(FaultCampus campus) : IClassFixture<FaultCampus>
{
    [Fact]
    public async Task Host_WithoutAnApproval_CannotRecordAndWhatIsOpenedByHandIsClosedAgainAndShown()
    {
        await UntilClosedAsync();
        var lecture = await Lecture.PlanAsync(campus.Doors, campus.Recordings);
        await lecture.InZoom.MeetAsync();
        await lecture.InZoom.AssertRecordIsRefusedAsync();

        await campus.Doors.ZoomSandboxAsync("POST /users/teacher/recording-settings", new { local = true });

        await UntilClosedAsync();
        await campus.Doors.UntilAsync("the officer to see it", () => IsShownAsync("setting-changed", "put-right"));
        await lecture.InZoom.EndAsync();
    }

    [Fact]
    public async Task Approval_WithdrawnInTheMeeting_EndsTheRightAndWhatWasRecordedIsJustifiedByANewDecision()
    {
        var lecture = await RevokedAsync();
        await lecture.DecideAsync();

        await lecture.UntilNoTaskAsync();
        await lecture.UntilIncidentAsync(open: false);
        await lecture.UntilStateAsync("registered");
        await lecture.AskToDeleteAsync();
        await lecture.AssertDeletedAsync();
    }

    [Fact]
    public async Task Approval_WithdrawnInTheMeeting_WhatWasRecordedIsDeletedAndProven()
    {
        var lecture = await RevokedAsync();
        var task = Assert.Single(await lecture.TasksAsync());
        await campus.Doors.ApiAsync("teacher", $"POST /tasks/{task.GetProperty("id")}/answer", new { answer = "delete" });

        await lecture.AssertDeletedAsync(explained: false);
        await lecture.UntilIncidentAsync(open: false);
    }

    [Fact]
    public async Task Host_WhoLeavesWhileItIsRecorded_HasTheFileTiedAtOnceAndTheRightTakenAtTheEnd()
    {
        var lecture = await Lecture.PlanAsync(campus.Doors, campus.Recordings);
        await lecture.DecideAsync();
        await lecture.UntilRightAsync("given");
        await lecture.InZoom.BeginAsync();
        await lecture.InZoom.HostLeavesAsync();
        await lecture.UntilRegisteredAsync();
        Assert.True(await campus.Doors.MayRecordAsync());
        await lecture.InZoom.EndAsync();

        await lecture.UntilRightAsync("taken");
        Assert.False(await campus.Doors.MayRecordAsync());
        await lecture.UntilNoTaskAsync();
    }

    [Fact]
    public async Task Meeting_HeldTwiceUnderOneNumber_NeedsADecisionEachTimeAndEachRecordingHasItsOwn()
    {
        var lecture = await Lecture.RecordedAsync(campus.Doors, campus.Recordings);
        await lecture.UntilRightAsync("taken");

        await lecture.InZoom.MeetAsync();
        await lecture.InZoom.AssertRecordIsRefusedAsync();
        await lecture.DecideAsync();
        await lecture.UntilRightAsync("given");
        await campus.Doors.ZoomSandboxAsync("POST /settings", new { liveRights = true });
        await lecture.InZoom.RecordAsync();
        await lecture.InZoom.EndAsync();
        await campus.Doors.ZoomSandboxAsync("POST /settings", new { liveRights = false });
        await campus.Doors.LaterAsync("PT3M");

        Assert.NotEqual(lecture.RecordingId, await campus.Doors.UntilAsync("the second recording", lecture.RegisteredAsync));
        await lecture.UntilNoTaskAsync();
    }

    private Task UntilClosedAsync() =>
        campus.Doors.UntilAsync("the right to record to be off", async () => !await campus.Doors.MayRecordAsync());

    /// <summary>Whether the data protection officer sees an incident of this kind, with what was done.</summary>
    private async Task<bool> IsShownAsync(string kind, string done)
    {
        var incidents = await campus.Doors.ApiAsync("dpo", "GET /incidents?limit=100");
        return incidents
            .GetProperty("items")
            .EnumerateArray()
            .Any(one => one.GetProperty("kind").GetString() == kind && one.GetProperty("done").GetString() == done);
    }

    /// <summary>Approved, begun and recorded; then the teacher takes the approval back, and the meeting goes on to its end.</summary>
    private async Task<Lecture> RevokedAsync()
    {
        var lecture = await Lecture.PlanAsync(campus.Doors, campus.Recordings);
        await lecture.DecideAsync();
        await lecture.UntilRightAsync("given");
        await lecture.InZoom.BeginAsync();
        Assert.True(await campus.Doors.MayRecordAsync());

        await lecture.WithdrawApprovalAsync("The guest lecturer does not want it.");
        await lecture.UntilRightAsync("taken");
        Assert.False(await campus.Doors.MayRecordAsync());

        await lecture.InZoom.EndAsync();
        await campus.Doors.LaterAsync("PT3M");
        await lecture.UntilOneTaskAsync("unexplained-recording");
        await lecture.UntilIncidentAsync(open: true);
        return lecture;
    }
}
