using RecordingBot.Meetings;
using RecordingBot.Registry;
using RecordingBot.Tests.Decisions;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Meetings;

/// <summary>The gate: the host's right to record in Zoom comes with an approval and goes with its window (design.md 3).</summary>
public sealed class RightTests : CampusTests
{
    [Fact]
    public async Task Right_OfAnApprovedMeeting_IsGivenOnceItsNoticeIsPublished()
    {
        var lecture = await Campus.PlanAsync();
        Assert.False(await Campus.Zoom.MayRecordAsync());

        await Campus.DecideAsync(lecture);

        Assert.True(await Campus.Zoom.MayRecordAsync());
        var meeting = await Campus.MeetingAsync(lecture);
        Assert.Equal(RecordingRight.Given, meeting.Right);
        Assert.True((await Campus.NoticeAsync(lecture))!.PublishedAt <= meeting.RightChangedAt);
        Assert.Contains(await Campus.ToldAsync("teacher"), text => text.Contains("/n/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Right_WithoutDecision_IsNoneAndZoomRefusesToRecord()
    {
        var lecture = await Campus.PlanAsync();
        await Campus.BeginAsync(lecture);

        var answer = await Campus.Zoom.RecordAsync(lecture);

        Assert.Equal((System.Net.HttpStatusCode.Forbidden, 200), (answer.Status, answer.Json.GetProperty("code").GetInt32()));
        Assert.Empty(await Campus.RecordingsAsync());
    }

    [Fact]
    public async Task Right_OfARefusedMeeting_IsNeverGiven()
    {
        var lecture = await Campus.PlanAsync();

        var outcome = await Campus.DecideAsync(lecture, Requests.With("legalBasis", """{ "kind": "legitimate-interests" }"""));
        await Campus.BeginAsync(lecture);

        Assert.Equal("refused", outcome);
        Assert.False(await Campus.Zoom.MayRecordAsync());
        Assert.Null(await Campus.NoticeAsync(lecture));
    }

    [Fact]
    public async Task Right_WhileAConsentIsOpen_IsNotGiven()
    {
        var lecture = await Campus.PlanAsync(courseId: null);

        var outcome = await Campus.DecideAsync(lecture, Requests.Consented());

        Assert.Equal("approved", outcome);
        Assert.NotNull(await Campus.NoticeAsync(lecture));
        Assert.Equal(RecordingRight.None, (await Campus.MeetingAsync(lecture)).Right);
        Assert.False(await Campus.Zoom.MayRecordAsync());
    }

    [Fact]
    public async Task Right_AtTheMeetingsEnd_IsTaken()
    {
        var lecture = await Campus.DecidedAsync();
        await Campus.BeginAsync(lecture);
        Assert.True(await Campus.Zoom.MayRecordAsync());

        await Campus.EndAsync(lecture);

        Assert.False(await Campus.Zoom.MayRecordAsync());
        Assert.Equal(RecordingRight.Taken, (await Campus.MeetingAsync(lecture)).Right);
    }

    [Fact]
    public async Task Right_OfAMeetingThatNeverStarts_IsTakenHalfAnHourAfterItsPlannedEnd()
    {
        var lecture = await Campus.DecidedAsync();

        await Campus.MoveToAsync(lecture.EndsAt.AddMinutes(29));
        Assert.True(await Campus.Zoom.MayRecordAsync());
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.False(await Campus.Zoom.MayRecordAsync());
    }

    [Fact]
    public async Task Right_OfAMeetingWhoseEventsAreLost_ComesAndGoesAsZoomSaysWhenAsked()
    {
        var lecture = await Campus.DecidedAsync();
        await Campus.Zoom.BreakAsync("webhooks-lost");
        await Campus.BeginAsync(lecture);
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.Single(await Campus.Zoom.ChatAsync(lecture));

        await Campus.EndAsync(lecture);
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(6));

        Assert.False(await Campus.Zoom.MayRecordAsync());
    }

    [Fact]
    public async Task Right_OfAMeetingThatDoesNotEnd_IsTakenFourHoursAfterItsPlannedEnd()
    {
        var lecture = await Campus.DecidedAsync();
        await Campus.BeginAsync(lecture);

        await Campus.MoveToAsync(lecture.EndsAt.AddMinutes(239));
        Assert.True(await Campus.Zoom.MayRecordAsync());
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.False(await Campus.Zoom.MayRecordAsync());
    }

    [Fact]
    public async Task Right_OfACancelledMeeting_IsTaken()
    {
        var lecture = await Campus.DecidedAsync();

        await Campus.DeliverAsync(
            $$"""
            {"event":"meeting.deleted","event_ts":{{Campus.Now.ToUnixTimeMilliseconds()}},"payload":{"object":{"id":{{lecture.ZoomId}},"uuid":"{{lecture.Uuid}}"} } }
            """
        );
        await Campus.SettleAsync();

        Assert.False(await Campus.Zoom.MayRecordAsync());
    }

    [Fact]
    public async Task Right_OfAnotherHost_IsNeverGiven()
    {
        await Campus.DecidedAsync();

        Assert.False(await Campus.Zoom.MayRecordAsync("zoom-teacher-2"));
    }

    [Fact]
    public async Task Right_WhileAnotherWindowOfTheHostIsOpen_Stays()
    {
        var first = await Campus.DecidedAsync("First");
        var second = await Campus.DecidedAsync("Second");
        await Campus.BeginAsync(first);

        await Campus.EndAsync(first);
        Assert.True(await Campus.Zoom.MayRecordAsync());
        await Campus.BeginAsync(second);
        await Campus.EndAsync(second);

        Assert.False(await Campus.Zoom.MayRecordAsync());
    }

    [Fact]
    public async Task Right_WhileZoomFails_IsATaskAndComesByItself()
    {
        await Campus.Zoom.BreakAsync("token-401");
        var lecture = await Campus.PlanAsync();
        await Campus.DecideAsync(lecture);
        Assert.Single(await Campus.TasksAsync(TaskKind.StepFails));

        await Campus.Zoom.MendAsync();
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.True(await Campus.Zoom.MayRecordAsync());
        Assert.Empty(await Campus.TasksAsync(TaskKind.StepFails));
    }
}
