using Microsoft.EntityFrameworkCore;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Registry;

/// <summary>Several recordings are worked on at once: one that is stuck holds up no other, and what they share is made once (design.md 3).</summary>
public sealed class ReconcilerTests : CampusTests
{
    private static readonly string[] Topics = ["One", "Two", "Three", "Four"];

    [Fact]
    public async Task Recording_WhoseCallHangs_HoldsUpNoOther()
    {
        var all = await RecordedAsync();
        await Campus.Canvas.BreakAsync("slow", @"/courses/101/files$", "POST", times: 1, seconds: 15);
        await AskToPublishAsync(all);

        var settling = Campus.SettleAsync();
        while (await PublishedAsync() < all.Count - 1)
        {
            Assert.False(settling.IsCompleted, "The one that hangs has come to its end before the others.");
            await Task.Delay(50, Ct);
        }
        await settling;
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(all.Count, await PublishedAsync());
    }

    [Fact]
    public async Task Recordings_OfANewCourse_MakeItsFoldersAndItsHeadingOnce()
    {
        var all = await RecordedAsync();
        // All of them have looked before the first has made anything.
        await Campus.Canvas.BreakAsync("slow", @"/courses/101/(folders|modules)", "GET", seconds: 1);
        await AskToPublishAsync(all);
        await Campus.SettleAsync();

        Assert.Equal(all.Count, await PublishedAsync());
        Assert.Single(await Campus.Canvas.NamesAsync("modules"));
        Assert.Equal(3, (await Campus.Canvas.NamesAsync("folders")).Length);
        Assert.Equal(all.Count, (await Campus.Canvas.ModuleItemsAsync()).Length);
    }

    private async Task<List<Guid>> RecordedAsync()
    {
        List<Guid> all = [];
        foreach (var topic in Topics)
            all.Add(await Campus.RecordedAsync(topic));
        return all;
    }

    private async Task AskToPublishAsync(List<Guid> all)
    {
        foreach (var id in all)
            await Campus.AskToPublishAsync(id);
    }

    private Task<int> PublishedAsync() =>
        Campus.ReadAsync(registry => registry.Recordings.CountAsync(row => row.State == RecordingState.Published, Ct));
}
