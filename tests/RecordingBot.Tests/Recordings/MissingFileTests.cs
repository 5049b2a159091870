using System.Net;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Recordings;

/// <summary>A meeting that could be recorded and left no file is asked about.</summary>
public sealed class MissingFileTests : CampusTests
{
    [Fact]
    public async Task Meeting_ThatLeftNoFile_IsAskedAboutAfterADay()
    {
        var id = await HeldUnrecordedAsync();
        await Campus.AdvanceAsync(TimeSpan.FromHours(20));
        Assert.Empty(await Campus.TasksAsync(TaskKind.MissingFile));
        await Campus.AdvanceAsync(TimeSpan.FromHours(20));

        Assert.Equal(id, Assert.Single(await Campus.TasksAsync(TaskKind.MissingFile)).RecordingId);
        Assert.Equal(1, await Campus.CountToldAsync("teacher", "MissingFile"));
        Assert.Contains("missing", await MarksAsync(id));
    }

    [Fact]
    public async Task Meeting_AtWhichNothingWasRecorded_IsAskedAboutNoMore()
    {
        var id = await HeldUnrecordedAsync();
        await Campus.AdvanceAsync(TimeSpan.FromDays(2));
        (await AnswerAsync("nothing-recorded")).Must();
        await Campus.AdvanceAsync(TimeSpan.FromDays(20));

        Assert.Empty(await Campus.TasksAsync(TaskKind.MissingFile));
        Assert.DoesNotContain("missing", await MarksAsync(id));
        Assert.Equal(DueReason.NothingRecorded, (await Campus.RecordingAsync(id)).NextStepReason);
    }

    [Theory]
    [InlineData("remind")]
    [InlineData("elsewhere")]
    public async Task Meeting_WhoseFileIsToCome_IsAskedAboutAgainAWeekLater(string answer)
    {
        await HeldUnrecordedAsync();
        await Campus.AdvanceAsync(TimeSpan.FromDays(2));
        (await AnswerAsync(answer)).Must();
        await Campus.AdvanceAsync(TimeSpan.FromDays(5));
        Assert.Empty(await Campus.TasksAsync(TaskKind.MissingFile));
        await Campus.AdvanceAsync(TimeSpan.FromDays(4));

        Assert.Single(await Campus.TasksAsync(TaskKind.MissingFile));
        Assert.Equal(2, await Campus.CountToldAsync("teacher", "MissingFile"));
    }

    [Fact]
    public async Task File_ThatComesAfterAll_IsRegisteredAndEndsTheQuestion()
    {
        var lecture = await Campus.DecidedAsync();
        await Campus.BeginAsync(lecture);
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(50));
        await Campus.EndAsync(lecture);
        await Campus.AdvanceAsync(TimeSpan.FromDays(2));
        Assert.Single(await Campus.TasksAsync(TaskKind.MissingFile));

        Campus.Leave(lecture.StartsAt, lecture.Topic, lecture.ZoomId);
        await Campus.FindAsync();

        Assert.Equal(RecordingState.Registered, Assert.Single(await Campus.RecordingsAsync()).State);
        Assert.Empty(await Campus.TasksAsync(TaskKind.MissingFile));
    }

    [Fact]
    public async Task Question_AnsweredByAnotherTeacher_IsNotThere()
    {
        await HeldUnrecordedAsync();
        await Campus.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Equal(HttpStatusCode.NotFound, (await AnswerAsync("remind", "teacher-2")).Status);
    }

    private async Task<Guid> HeldUnrecordedAsync()
    {
        var lecture = await Campus.DecidedAsync();
        await Campus.BeginAsync(lecture);
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(50));
        await Campus.EndAsync(lecture);
        return Assert.Single(await Campus.RecordingsAsync()).Id;
    }

    private async Task<Answer> AnswerAsync(string answer, string account = "teacher")
    {
        var task = Assert.Single(await Campus.TasksAsync(TaskKind.MissingFile));
        return await Campus.Bot.PostAsync(account, $"/tasks/{task.Id}/answer", new { answer });
    }

    private async Task<string[]> MarksAsync(Guid id)
    {
        var seen = (await Campus.Bot.GetAsync("teacher", $"/recordings/{id}")).Must().Json;
        return [.. seen.GetProperty("marks").EnumerateArray().Select(mark => mark.GetString()!)];
    }
}
