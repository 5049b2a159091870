using RecordingBot.Hosting;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Registry;

/// <summary>The bot is ended and started again between any two steps of a lecture's life: it goes on where it was.</summary>
public sealed class RestartTests : CampusTests
{
    [Fact]
    public async Task Life_WithARestartBetweenAnyTwoSteps_IsLivedToItsEnd()
    {
        var lecture = await Campus.PlanAsync();
        await Campus.RestartBotAsync();
        await Campus.DecideAsync(lecture);
        await Campus.RestartBotAsync();
        await Campus.BeginAsync(lecture);
        await Campus.RestartBotAsync();
        (await Campus.Zoom.RecordAsync(lecture)).Must();
        await Campus.MoveToAsync(lecture.EndsAt);
        await Campus.EndAsync(lecture);
        await Campus.RestartBotAsync();
        await Campus.FindAsync();
        await Campus.RestartBotAsync();
        var id = Assert.Single(await Campus.RecordingsAsync()).Id;
        await Campus.AskToPublishAsync(id);
        await Campus.RestartBotAsync();
        await Campus.SettleAsync();
        Assert.Equal(RecordingState.Published, (await Campus.RecordingAsync(id)).State);
        var end = await Campus.Canvas.EndsAtAsync();
        foreach (var days in new[] { -30, -7, -1 })
        {
            await Campus.MoveToAsync(end.AddDays(days).AddMinutes(1));
            await Campus.RestartBotAsync();
        }
        await Campus.MoveToAsync(end.AddMinutes(5));

        var recording = await Campus.RecordingAsync(id);
        Assert.Equal((RecordingState.Deleted, 6), (recording.State, recording.Warnings.Count));
        Assert.Equal(recording.Parts.Sum(part => part.Copies.Count), recording.Receipts.Count);
        Assert.Empty(await Campus.TasksAsync(TaskKind.StepFails));
    }

    [Fact]
    public async Task Meeting_HeldWhileTheBotIsAway_IsHeardOfWhenItIsBack()
    {
        var lecture = await Campus.DecidedAsync();
        await Campus.BeginAsync(lecture);
        (await Campus.Zoom.RecordAsync(lecture)).Must();
        await Campus.StopBotAsync();
        Campus.SetClock(lecture.EndsAt);
        await Campus.Zoom.EndAsync(lecture);
        await Campus.StartBotAsync();
        // Zoom tries again after five minutes.
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(8));

        Assert.NotNull((await Campus.MeetingAsync(lecture)).EndedAt);
        Assert.False(await Campus.Zoom.MayRecordAsync());
        Assert.Equal(RecordingState.Registered, Assert.Single(await Campus.RecordingsAsync()).State);
    }

    [Fact]
    public async Task Start_InAFolderThatAnotherBotWorksIn_IsRefused()
    {
        var refusal = await Assert.ThrowsAsync<StartException>(() => Campus.StartBotAsync());

        Assert.Contains("--data", refusal.Message, StringComparison.Ordinal);
    }
}
