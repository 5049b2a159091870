using RecordingBot.Deletion;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Deletion;

/// <summary>Where the installation allows it, the content goes before the file.</summary>
public sealed class ReplaceTests() : CampusTests("--Canvas:ReplaceBeforeDelete=true")
{
    [Fact]
    public async Task Deleted_WithReplacing_TakesTheContentAndThenTheFile()
    {
        var id = await Campus.PublishedAsync();

        await AskToDeleteAsync(id);

        var recording = await Campus.RecordingAsync(id);
        Assert.Equal(RecordingState.Deleted, recording.State);
        Assert.Equal(EvidenceClass.ReplacedInCanvas, recording.Receipts.Single(one => one.Place == CopyPlace.Canvas).Evidence);
        var file = Assert.Single(await Campus.Canvas.FilesAsync());
        Assert.Equal(("deleted", "file_removed.pdf"), (file.State, file.Name));
    }

    [Fact]
    public async Task Deleted_WithTheFileStillThereAfterTheReplacing_GoesOnFromThere()
    {
        var id = await Campus.PublishedAsync();
        // The plain deletion fails, the one that replaces comes first and is done.
        await Campus.Canvas.BreakAsync("status-500", @"/api/v1/files/\d+$", "GET", times: 1);
        await AskToDeleteAsync(id);
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(2));

        var receipt = (await Campus.RecordingAsync(id)).Receipts.Single(one => one.Place == CopyPlace.Canvas);
        Assert.Equal(EvidenceClass.ReplacedInCanvas, receipt.Evidence);
    }

    [Fact]
    public async Task Deleted_WithoutTheRightToReplace_WaitsInOneTaskUntilItIsThere()
    {
        var id = await Campus.PublishedAsync();
        await Campus.RestartBotAsync("--Canvas:Token=campus-course-admin");

        await AskToDeleteAsync(id);
        await Campus.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Equal(Role.Operator, Assert.Single(await Campus.TasksAsync(TaskKind.NoReplaceRight)).Role);
        Assert.Empty(await Campus.TasksAsync(TaskKind.StepFails));
        Assert.Single(await Campus.Canvas.AvailableAsync());
        Assert.Empty((await Campus.RecordingAsync(id)).Receipts);

        await Campus.RestartBotAsync();
        await Campus.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal(RecordingState.Deleted, (await Campus.RecordingAsync(id)).State);
        Assert.Empty(await Campus.TasksAsync(TaskKind.NoReplaceRight));
    }

    private async Task AskToDeleteAsync(Guid id)
    {
        (await Campus.Bot.DeleteAsync("teacher", $"/recordings/{id}")).Must();
        await Campus.SettleAsync();
    }
}
