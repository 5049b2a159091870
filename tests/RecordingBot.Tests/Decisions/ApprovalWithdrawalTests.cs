using System.Net;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Meetings;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Decisions;

/// <summary>An approval is taken back: the right goes at once, whoever records is asked to stop, and what came of it is asked about.</summary>
public sealed class ApprovalWithdrawalTests : CampusTests
{
    private const string Why = "The guest lecturer doesn't want it";

    [Fact]
    public async Task Approval_WithdrawnBeforeTheMeeting_TakesTheRight()
    {
        var lecture = await Campus.DecidedAsync();
        Assert.True(await Campus.Zoom.MayRecordAsync());

        var answer = await WithdrawAsync(lecture, "teacher");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, answer.Json.GetProperty("decision").ValueKind);
        Assert.False(await Campus.Zoom.MayRecordAsync());
        var meeting = await Campus.MeetingAsync(lecture);
        Assert.Equal((RecordingRight.Taken, null), (meeting.Right, meeting.DecisionId));
        var entry = await Campus.ReadAsync(registry => registry.Audit.SingleAsync(row => row.Action == "decision.withdrawn", Ct));
        Assert.Equal(Subject.Meeting(meeting.Id), entry.Subject);
        Assert.StartsWith("said:", entry.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approval_WithdrawnInTheMeeting_AsksTheHostToStopAndTheFileIsAskedAbout()
    {
        var lecture = await Campus.DecidedAsync();
        await Campus.BeginAsync(lecture);
        (await Campus.Zoom.RecordAsync(lecture)).Must();

        (await WithdrawAsync(lecture, "dpo")).Must();

        Assert.False(await Campus.Zoom.MayRecordAsync());
        Assert.Equal(1, await Campus.CountToldAsync("teacher", "StopApprovalGone"));
        Assert.Contains(await Campus.ToldAsync("teacher"), text => text.Contains(Why, StringComparison.Ordinal));

        await Campus.EndAsync(lecture);
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(2));
        var recording = Assert.Single(await Campus.RecordingsAsync());
        Assert.Equal((RecordingState.Registered, true, null), (recording.State, recording.Unexplained, recording.DecisionId));
        Assert.Single(await Campus.TasksAsync(TaskKind.Unexplained));
        Assert.Null(Assert.Single(await Campus.IncidentsAsync(IncidentKind.WithoutDecision)).ClosedAt);
    }

    [Fact]
    public async Task Approval_WithdrawnAndDecidedAnewWithTheSameFacts_StandsAgain()
    {
        var lecture = await Campus.DecidedAsync();
        (await WithdrawAsync(lecture, "teacher")).Must();
        Assert.False(await Campus.Zoom.MayRecordAsync());

        Assert.Equal("approved", await Campus.DecideAsync(lecture));

        Assert.True(await Campus.Zoom.MayRecordAsync());
        Assert.Equal(RecordingRight.Given, (await Campus.MeetingAsync(lecture)).Right);
    }

    [Fact]
    public async Task Approval_OfAMeetingThatIsOver_StaysWithWhatIsRegistered()
    {
        var lecture = await Campus.DecidedAsync();
        await Campus.BeginAsync(lecture);
        (await Campus.Zoom.RecordAsync(lecture)).Must();
        await Campus.EndAsync(lecture);
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(2));

        var answer = await WithdrawAsync(lecture, "teacher");

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.False(Assert.Single(await Campus.RecordingsAsync()).Unexplained);
    }

    [Theory]
    [InlineData("student", HttpStatusCode.NotFound)]
    [InlineData("course-admin", HttpStatusCode.Forbidden)]
    public async Task Approval_WithdrawnBySomebodyElse_Stands(string account, HttpStatusCode refused)
    {
        var lecture = await Campus.DecidedAsync();

        var answer = await WithdrawAsync(lecture, account);

        Assert.Equal(refused, answer.Status);
        Assert.True(await Campus.Zoom.MayRecordAsync());
    }

    [Fact]
    public async Task Approval_WithoutReasonOrTwice_IsRefusedInWords()
    {
        var lecture = await Campus.DecidedAsync();

        var silent = await WithdrawAsync(lecture, "teacher", "");
        Assert.Equal(HttpStatusCode.BadRequest, silent.Status);
        Assert.True(await Campus.Zoom.MayRecordAsync());

        (await WithdrawAsync(lecture, "teacher")).Must();
        Assert.Equal(HttpStatusCode.Conflict, (await WithdrawAsync(lecture, "teacher")).Status);
    }

    private async Task<Answer> WithdrawAsync(Lecture lecture, string account, string reason = Why)
    {
        var meeting = await Campus.MeetingAsync(lecture);
        var answer = await Campus.Bot.PostAsync(account, $"/meetings/{meeting.Id}/decision/withdraw", new { reason });
        await Campus.SettleAsync();
        return answer;
    }
}
