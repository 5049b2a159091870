using System.Net;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Deletion;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Deletion;

/// <summary>What a receipt says of Canvas is what was seen there, and what isn't ours is left alone.</summary>
public sealed class CanvasRemovalTests : CampusTests
{
    [Fact]
    public async Task Receipt_OfAVideo_NamesTheMediaCopyThatMayRemain()
    {
        var id = await Campus.PublishedAsync();

        var receipt = await DeletedAsync(id);

        Assert.Equal(EvidenceClass.HiddenInCanvas, receipt.Evidence);
        Assert.Equal(Residue.MediaObject, receipt.Residues);
        Assert.Contains("Canvas’s own media copy", await Campus.SeeRecordingAsync(id), StringComparison.Ordinal);
        var told = (await Campus.Bot.GetAsync("teacher", $"/recordings/{id}/receipts")).Must().Json;
        Assert.Contains(
            told.EnumerateArray(),
            one => one.GetProperty("residues").EnumerateArray().Any(residue => residue.GetString() == Residue.MediaObject)
        );
    }

    [Fact]
    public async Task Receipt_OfWhatSomebodyElseRemoved_SaysThatItWasNotThere()
    {
        var id = await Campus.PublishedAsync();
        await Campus.Canvas.DeleteFileAsync((await Campus.RecordingAsync(id)).CanvasFileId!);

        var receipt = await DeletedAsync(id);

        Assert.Equal((EvidenceClass.AbsentFromCanvas, Residue.MediaObject), (receipt.Evidence, receipt.Residues));
    }

    [Fact]
    public async Task Receipt_OfWhatSomebodyElseReplaced_SaysThat()
    {
        var id = await Campus.PublishedAsync();
        await Campus.Canvas.DeleteFileAsync((await Campus.RecordingAsync(id)).CanvasFileId! + "?replace=true");

        var receipt = await DeletedAsync(id);

        Assert.Equal(EvidenceClass.ReplacedInCanvas, receipt.Evidence);
        Assert.Empty(await Campus.Canvas.AvailableAsync());
    }

    [Fact]
    public async Task File_ThatIsAnothersUnderOurId_IsNeverTouchedAndAPersonLooks()
    {
        var id = await Campus.PublishedAsync();
        await BecomeForeignAsync();
        await AskToDeleteAsync(id);

        var task = Assert.Single((await Campus.Bot.GetAsync("course-admin", "/tasks")).Must().Items);
        Assert.Equal(TaskKind.CanvasUnclear, task.GetProperty("kind").GetString());
        Assert.Empty(await Campus.TasksAsync(TaskKind.StepFails));
        Assert.Single(await Campus.Canvas.AvailableAsync());
        Assert.Empty((await Campus.RecordingAsync(id)).Receipts);
        await Campus.AdvanceAsync(TimeSpan.FromDays(3));
        Assert.InRange(Assert.Single(await Campus.TasksAsync(TaskKind.CanvasUnclear)).Attempts, 2, 4);

        var answer = await Campus.Bot.PostAsync(
            "course-admin",
            $"/tasks/{task.GetProperty("id").GetGuid()}/answer",
            new { answer = "gone-from-canvas" }
        );
        await Campus.SettleAsync();

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        var recording = await Campus.RecordingAsync(id);
        Assert.Equal(RecordingState.Deleted, recording.State);
        Assert.Equal(EvidenceClass.StatedByPerson, recording.Receipts.Single(one => one.Place == CopyPlace.Canvas).Evidence);
        Assert.Single(await Campus.Canvas.AvailableAsync());
    }

    [Fact]
    public async Task File_ThatBecameAnothersOnceOursWasRemoved_IsNotCalledGone()
    {
        var id = await Campus.PublishedAsync();
        await Campus.Canvas.BreakAsync("status-500", @"/api/v1/files/\d+$", "DELETE");
        await AskToDeleteAsync(id);
        await BecomeForeignAsync();
        await Campus.Canvas.MendAsync();
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Empty((await Campus.RecordingAsync(id)).Receipts);
        Assert.Single(await Campus.TasksAsync(TaskKind.CanvasUnclear));
    }

    [Fact]
    public async Task Unpublishing_LeavesAnothersFileAsItIs()
    {
        var id = await Campus.PublishedAsync();
        await BecomeForeignAsync();

        (await Campus.Bot.DeleteAsync("teacher", $"/recordings/{id}/publication")).Must();
        await Campus.SettleAsync();

        Assert.Equal(RecordingState.Unpublished, (await Campus.RecordingAsync(id)).State);
        Assert.False(Assert.Single(await Campus.Canvas.AvailableAsync()).Locked);
        Assert.Empty(await Campus.Canvas.ModuleItemsAsync());
    }

    /// <summary>As where a teacher's file has taken the place of ours: another content than the one that was sent.</summary>
    private Task<int> BecomeForeignAsync() =>
        Campus.ReadAsync(registry =>
            registry
                .Copies.Where(copy => copy.Place == CopyPlace.Canvas)
                .ExecuteUpdateAsync(set => set.SetProperty(copy => copy.Uuid, "another"), Ct)
        );

    private async Task AskToDeleteAsync(Guid id)
    {
        (await Campus.Bot.DeleteAsync("teacher", $"/recordings/{id}")).Must();
        await Campus.SettleAsync();
    }

    private async Task<ReceiptRow> DeletedAsync(Guid id)
    {
        await AskToDeleteAsync(id);
        return (await Campus.RecordingAsync(id)).Receipts.Single(receipt => receipt.Place == CopyPlace.Canvas);
    }
}
