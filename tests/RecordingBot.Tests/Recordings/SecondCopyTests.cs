using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Recordings;

/// <summary>The same information is kept in one place (<c>storage.one-place</c>).</summary>
public sealed class SecondCopyTests : BorasTests
{
    [Fact]
    [Trait("Rule", "storage.one-place")]
    public async Task Recording_InASecondFolder_IsATaskUntilOneIsGone()
    {
        var first = await Campus.RecordedAsync(request: Lecture());
        Assert.Empty(await Campus.TasksAsync(TaskKind.SecondCopy));

        var second = await CopyAsync(Campus, first);

        var task = Assert.Single(await Campus.TasksAsync(TaskKind.SecondCopy));
        Assert.Equal(Subject.Recording(second), task.Subject);
        Assert.Equal(1, await Campus.CountToldAsync("teacher", "SecondCopy"));

        (await Campus.Bot.DeleteAsync("teacher", $"/recordings/{first}")).Must();
        await Campus.SettleAsync();

        Assert.Empty(await Campus.TasksAsync(TaskKind.SecondCopy));
    }

    [Fact]
    [Trait("Rule", "storage.one-place")]
    public async Task Recording_PublishedInCanvas_IsNoSecondCopy()
    {
        var recording = await Campus.RecordedAsync(request: Lecture());
        await Campus.AskToPublishAsync(recording);
        await Campus.SettleAsync();

        Assert.Contains((await Campus.RecordingAsync(recording)).Parts, part => part.Copies.Count == 2);
        Assert.Empty(await Campus.TasksAsync(TaskKind.SecondCopy));
    }

    [Fact]
    public async Task Recording_InASecondFolder_WithoutTheRule_IsNoTask()
    {
        await using var lund = new SmallCampus();
        await lund.InitializeAsync();
        var first = await lund.RecordedAsync();

        await CopyAsync(lund, first);

        Assert.Empty(await lund.TasksAsync(TaskKind.SecondCopy));
    }

    /// <summary>Copies the recording's folder beside itself.</summary>
    /// <returns>The recording that the copy is registered as.</returns>
    private static async Task<Guid> CopyAsync(SmallCampus campus, Guid recording)
    {
        var folder = (await campus.RecordingAsync(recording)).Folder!;
        var copy = Directory.CreateDirectory(Path.Combine(campus.Recordings, "2027-05-09 10.00.00 Copied")).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(campus.Recordings, folder)))
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        await campus.FindAsync();
        await campus.FindAsync();
        return await campus.ReadAsync(registry =>
            registry.Recordings.Where(row => row.Id != recording).Select(row => row.Id).SingleAsync(Ct)
        );
    }
}
