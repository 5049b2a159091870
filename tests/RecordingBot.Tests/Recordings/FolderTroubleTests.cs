using RecordingBot.Registry;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Recordings;

/// <summary>What the agent can't read is its owner's to know, and no reason to conclude anything.</summary>
public sealed class FolderTroubleTests : CampusTests
{
    [Fact]
    public async Task Root_Away_IsATaskOfTheComputersOwnerThatEndsByItself()
    {
        var id = await Campus.RecordedAsync();
        Directory.Move(Campus.Recordings, Campus.Recordings + ".away");
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(2));

        var seen = Assert.Single((await Campus.Bot.GetAsync("teacher", "/tasks")).Must().Items);
        Assert.Equal(TaskKind.Folder, seen.GetProperty("kind").GetString());
        Assert.Equal(RecordingState.Registered, (await Campus.RecordingAsync(id)).State);

        Directory.Move(Campus.Recordings + ".away", Campus.Recordings);
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.Empty(await Campus.TasksAsync(TaskKind.Folder));
    }

    [Fact]
    public async Task Root_ReplacedByAnother_IsATaskAndItsEmptinessSaysNothing()
    {
        var id = await Campus.RecordedAsync();
        Directory.Move(Campus.Recordings, Campus.Recordings + ".away");
        Directory.CreateDirectory(Campus.Recordings);
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.Single(await Campus.TasksAsync(TaskKind.Folder));
        Assert.All((await Campus.RecordingAsync(id)).Parts, part => Assert.Equal(CopyState.Present, part.Copies.Single().State));
    }

    [Fact]
    public async Task Folder_WithACutOffVideo_IsATaskUntilItIsWhole()
    {
        var folder = Campus.Leave(Campus.Now.AddHours(-1), "Cut off");
        var video = Path.Combine(Campus.Recordings, folder, "video.mp4");
        var whole = await File.ReadAllBytesAsync(video, Ct);
        await File.WriteAllBytesAsync(video, whole[..1000], Ct);
        await Campus.FindAsync();
        Assert.Single(await Campus.TasksAsync(TaskKind.Folder));
        Assert.Empty(await Campus.RecordingsAsync());

        await File.WriteAllBytesAsync(video, whole, Ct);
        await Campus.FindAsync();

        Assert.Empty(await Campus.TasksAsync(TaskKind.Folder));
        Assert.Single(await Campus.RecordingsAsync());
    }
}
