using System.Net;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Publication;

/// <summary>A file that doesn't fit into its course: the teacher chooses, nothing of it is in Canvas, and nothing else waits for it.</summary>
public sealed class NoRoomTests : CampusTests
{
    [Fact]
    public async Task Publishing_IntoAFullCourse_AsksTheTeacherAndLeavesNothing()
    {
        var id = await RoomlessAsync();

        Assert.Equal(RecordingState.Registered, (await Campus.RecordingAsync(id)).State);
        Assert.Empty(await Campus.Canvas.FilesAsync());
        Assert.Empty(await Campus.TasksAsync(TaskKind.StepFails));
        var task = Assert.Single((await Campus.Bot.GetAsync("teacher", "/tasks")).Must().Items);
        Assert.Equal(TaskKind.NoRoom, task.GetProperty("kind").GetString());
        Assert.Equal(["again", "keep-unpublished"], task.GetProperty("answers").EnumerateArray().Select(answer => answer.GetString()));
        Assert.Contains("1 MB", task.GetProperty("question").GetProperty("en").GetString(), StringComparison.Ordinal);
        Assert.Contains("Det saknas 1 MB", task.GetProperty("question").GetProperty("sv").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, (await Campus.ToldAsync("teacher")).Count(text => text.Contains("does not fit", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Publishing_RefusedOnceTheBytesAreThere_AsksTheTeacherAndLeavesNothing()
    {
        var id = await Campus.RecordedAsync();
        await Campus.AskToPublishAsync(id);
        await Campus.Canvas.BreakAsync("quota-full", "/create_success");
        await Campus.SettleAsync();

        Assert.Single(await Campus.TasksAsync(TaskKind.NoRoom));
        Assert.Empty(await Campus.Canvas.AvailableAsync());

        await Campus.Canvas.MendAsync();
        await Campus.AdvanceAsync(TimeSpan.FromDays(1));

        await AssertPublishedAsync(id);
    }

    [Fact]
    public async Task Room_MadeMeanwhile_IsSeenWithinADay()
    {
        var id = await RoomlessAsync();
        await Campus.AdvanceAsync(TimeSpan.FromDays(2));
        Assert.InRange(Assert.Single(await Campus.TasksAsync(TaskKind.NoRoom)).Attempts, 1, 3);
        await Campus.Canvas.RoomAsync(500);

        await Campus.AdvanceAsync(TimeSpan.FromDays(1));

        await AssertPublishedAsync(id);
        Assert.Equal(1, await Campus.CountToldAsync("teacher", "NoRoom"));
    }

    [Fact]
    public async Task TryAgain_WithRoomNow_PublishesAtOnce()
    {
        var id = await RoomlessAsync();
        await Campus.Canvas.RoomAsync(500);

        await AnswerAsync("again");

        await AssertPublishedAsync(id);
    }

    [Fact]
    public async Task TryAgain_WithoutRoomStill_AsksAnew()
    {
        await RoomlessAsync();

        await AnswerAsync("again");

        Assert.Single(await Campus.TasksAsync(TaskKind.NoRoom));
        Assert.Equal(2, await Campus.CountToldAsync("teacher", "NoRoom"));
    }

    [Fact]
    public async Task KeepUnpublished_EndsIt()
    {
        var id = await RoomlessAsync();

        await AnswerAsync("keep-unpublished");
        await Campus.Canvas.RoomAsync(500);
        await Campus.AdvanceAsync(TimeSpan.FromDays(2));

        var recording = await Campus.RecordingAsync(id);
        Assert.Equal((RecordingState.Registered, false, null), (recording.State, recording.PublicationWanted, recording.PublicationWait));
        Assert.Empty(await Campus.Canvas.FilesAsync());
        Assert.Empty(await Campus.TasksAsync(TaskKind.NoRoom));
    }

    [Fact]
    public async Task Publication_WaitingForRoom_HoldsUpNeitherWarningsNorDeletion()
    {
        var id = await RoomlessAsync();
        var end = await Campus.Canvas.EndsAtAsync();

        await Campus.MoveToAsync(end.AddMinutes(5));

        var recording = await Campus.RecordingAsync(id);
        Assert.Equal(RecordingState.Deleted, recording.State);
        Assert.NotEmpty(recording.Warnings);
        Assert.All(recording.Warnings, warning => Assert.NotNull(warning.AcceptedAt));
        Assert.Empty(await Campus.TasksAsync(TaskKind.NoRoom));
    }

    [Fact]
    public async Task Publication_ThatFailsAndFails_HoldsUpNoWarning()
    {
        var id = await Campus.RecordedAsync();
        await Campus.AskToPublishAsync(id);
        await Campus.Canvas.BreakAsync("status-500", "/courses/101/files$", "POST");
        await Campus.SettleAsync();

        Campus.SetClock((await Campus.Canvas.EndsAtAsync()).AddDays(-13));
        await Campus.SettleAsync();

        Assert.NotEmpty((await Campus.RecordingAsync(id)).Warnings);
        Assert.Single(await Campus.TasksAsync(TaskKind.StepFails));
    }

    [Fact]
    public async Task Page_OfARecordingWithoutRoom_SaysHowMuchIsMissing()
    {
        var id = await RoomlessAsync();

        var seen = (await Campus.Bot.GetAsync("teacher", $"/recordings/{id}")).Must().Json.GetProperty("nextStep");

        Assert.Contains("The course lacks 1 MB of room", await Campus.SeeRecordingAsync(id), StringComparison.Ordinal);
        Assert.Contains("Det saknas 1 MB i kursen", await Campus.SeeRecordingAsync(id, language: "sv"), StringComparison.Ordinal);
        Assert.Equal("publish", seen.GetProperty("step").GetString());
        Assert.Contains("tried again", seen.GetProperty("why").GetProperty("en").GetString(), StringComparison.Ordinal);
    }

    private async Task<Guid> RoomlessAsync()
    {
        var id = await Campus.RecordedAsync();
        await Campus.Canvas.RoomAsync(0);
        await Campus.AskToPublishAsync(id);
        await Campus.SettleAsync();
        return id;
    }

    private async Task AnswerAsync(string answer)
    {
        var task = Assert.Single(await Campus.TasksAsync(TaskKind.NoRoom));
        Assert.Equal(
            HttpStatusCode.NoContent,
            (await Campus.Bot.PostAsync("teacher", $"/tasks/{task.Id}/answer", new { answer })).Must().Status
        );
        await Campus.SettleAsync();
    }

    private async Task AssertPublishedAsync(Guid id)
    {
        var recording = await Campus.RecordingAsync(id);
        Assert.Equal((RecordingState.Published, null), (recording.State, recording.PublicationWait));
        Assert.Single(await Campus.Canvas.AvailableAsync());
        Assert.Empty(await Campus.TasksAsync(TaskKind.NoRoom));
    }
}
