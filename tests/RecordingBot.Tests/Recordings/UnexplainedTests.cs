using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Recordings;

/// <summary>A recording without a decision is an incident and a question to whoever recorded: justify it or delete it.</summary>
public sealed class UnexplainedTests : CampusTests
{
    [Fact]
    public async Task Folder_OfNoMeeting_IsRegisteredAndItsOwnerAsked()
    {
        Campus.Leave(Campus.Now.AddHours(-3), "Corridor talk");
        await Campus.FindAsync();

        var recording = Assert.Single(await Campus.RecordingsAsync());
        Assert.Equal((RecordingState.Registered, true, "Corridor talk"), (recording.State, recording.Unexplained, recording.Topic));
        var seen = Assert.Single((await Campus.Bot.GetAsync("teacher", "/tasks")).Must().Items);
        Assert.Equal(TaskKind.Unexplained, seen.GetProperty("kind").GetString());
        Assert.Equal(["justify", "delete"], seen.GetProperty("answers").EnumerateArray().Select(answer => answer.GetString()));
        Assert.Contains(await Campus.ToldAsync("teacher"), text => text.Contains("Corridor talk", StringComparison.Ordinal));
        Assert.Equal("recorded-without-decision", (await IncidentAsync()).Kind);
    }

    [Fact]
    public async Task Unexplained_AnsweredByDelete_IsRemovedWithAReceiptForEachCopy()
    {
        var folder = Campus.Leave(Campus.Now.AddHours(-3), "Corridor talk");
        await Campus.FindAsync();

        (await AnswerAsync("delete")).Must();
        await Campus.SettleAsync();

        var recording = Assert.Single(await Campus.RecordingsAsync());
        Assert.Equal(RecordingState.Deleted, recording.State);
        Assert.Equal(recording.Parts.Single().Sha256, Assert.Single(recording.Receipts).Sha256);
        Assert.Equal("owner-asked", recording.Receipts[0].Plan);
        Assert.False(Directory.Exists(Path.Combine(Campus.Recordings, folder)));
        Assert.Equal("deleted", (await IncidentAsync()).Reason);
        Assert.Empty(await Campus.TasksAsync(TaskKind.Unexplained));
    }

    [Fact]
    public async Task Unexplained_LeftUnanswered_IsKeptAndStaysAQuestion()
    {
        var folder = Campus.Leave(Campus.Now.AddHours(-3), "Corridor talk");
        await Campus.AdvanceAsync(TimeSpan.FromDays(60));

        Assert.Equal(RecordingState.Registered, Assert.Single(await Campus.RecordingsAsync()).State);
        Assert.True(Directory.Exists(Path.Combine(Campus.Recordings, folder)));
        Assert.Single(await Campus.TasksAsync(TaskKind.Unexplained));
    }

    [Fact]
    public async Task Unexplained_JustifiedByADecision_IsTiedToIt()
    {
        var lecture = await Campus.PlanAsync("Recorded first");
        await Campus.BeginAsync(lecture);
        Campus.Leave(Campus.Now, "Recorded first", lecture.ZoomId);
        await Campus.FindAsync();
        Assert.True(Assert.Single(await Campus.RecordingsAsync()).Unexplained);

        Assert.Equal("approved", await Campus.DecideAsync(lecture));

        var recording = Assert.Single(await Campus.RecordingsAsync());
        var meeting = await Campus.MeetingAsync(lecture);
        Assert.Equal((false, meeting.DecisionId, "101"), (recording.Unexplained, recording.DecisionId, recording.CourseId));
        Assert.Empty(await Campus.TasksAsync(TaskKind.Unexplained));
        Assert.Equal("justified", (await IncidentAsync()).Reason);
        Assert.Equal(EndReason.CourseCloses, recording.EndReason);
    }

    [Fact]
    public async Task Unexplained_AnsweredByJustifyAlone_StaysAQuestion()
    {
        Campus.Leave(Campus.Now.AddHours(-3), "Corridor talk");
        await Campus.FindAsync();

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, (await AnswerAsync("justify")).Status);
        Assert.Single(await Campus.TasksAsync(TaskKind.Unexplained));
    }

    [Fact]
    public async Task Unexplained_AnsweredByAnotherTeacher_IsNotThere()
    {
        Campus.Leave(Campus.Now.AddHours(-3), "Corridor talk");
        await Campus.FindAsync();

        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await AnswerAsync("delete", "teacher-2")).Status);
    }

    private async Task<Answer> AnswerAsync(string answer, string account = "teacher")
    {
        var task = Assert.Single(await Campus.TasksAsync(TaskKind.Unexplained));
        return await Campus.Bot.PostAsync(account, $"/tasks/{task.Id}/answer", new { answer });
    }

    private Task<IncidentRow> IncidentAsync() => Campus.ReadAsync(registry => registry.Incidents.AsNoTracking().SingleAsync(Ct));
}
