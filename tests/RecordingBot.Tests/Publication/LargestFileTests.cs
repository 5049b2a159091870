using RecordingBot.Registry;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Publication;

/// <summary>A file that is larger than any in Canvas may be.</summary>
public sealed class LargestFileTests() : CampusTests("--Canvas:LargestFile=1")
{
    [Fact]
    public async Task Publishing_OverTheLimit_AsksBeforeAnythingIsSent()
    {
        var id = await Campus.PublishedAsync();

        Assert.Equal(RecordingState.Registered, (await Campus.RecordingAsync(id)).State);
        Assert.Empty(await Campus.Canvas.FilesAsync());
        var task = Assert.Single((await Campus.Bot.GetAsync("teacher", "/tasks")).Must().Items);
        Assert.Equal(TaskKind.NoRoom, task.GetProperty("kind").GetString());
        Assert.Contains("larger than Canvas takes", task.GetProperty("question").GetProperty("en").GetString(), StringComparison.Ordinal);
    }
}
