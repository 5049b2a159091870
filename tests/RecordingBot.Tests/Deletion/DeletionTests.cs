using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Deletion;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Deletion;

/// <summary>Everything that was recorded goes, everywhere, nothing else does, and a receipt says so for each copy (I13).</summary>
public sealed class DeletionTests : CampusTests
{
    [Fact]
    [Trait("Rule", "retention.irreversible")]
    public async Task Deleted_AtTheCoursesEnd_EveryCopyIsGoneAndReceipted()
    {
        var id = await Campus.PublishedAsync();
        var end = await Campus.Canvas.EndsAtAsync();
        var before = await Campus.RecordingAsync(id);
        await Campus.MoveToAsync(end.AddMinutes(5));

        var recording = await Campus.RecordingAsync(id);
        Assert.Equal(RecordingState.Deleted, recording.State);
        Assert.Empty(await Campus.Canvas.AvailableAsync());
        Assert.Empty(await Campus.Canvas.ModuleItemsAsync());
        Assert.False(Directory.Exists(Path.Combine(Campus.Recordings, before.Folder!)));
        var copies = before.Parts.SelectMany(part => part.Copies.Select(copy => (copy.Id, copy.Place, part.Sha256, part.Size)));
        Assert.Equal(
            copies.Order(),
            recording.Receipts.Select(receipt => (receipt.CopyId, receipt.Place, receipt.Sha256, receipt.Size)).Order()
        );
        Assert.All(recording.Receipts, receipt => Assert.True(receipt.OrderedAt >= end && receipt.OrderedAt <= receipt.GoneAt));
        Assert.All(recording.Receipts, receipt => Assert.Contains("LU Undervisning via Zoom", receipt.Authority, StringComparison.Ordinal));
        Assert.Equal(
            [(CopyPlace.Canvas, EvidenceClass.HiddenInCanvas), (CopyPlace.RecorderComputer, EvidenceClass.ConfirmedAbsent)],
            recording.Receipts.Select(receipt => (receipt.Place, receipt.Evidence)).Distinct().Order()
        );
        var seen = (await Campus.Bot.GetAsync("teacher", $"/recordings/{id}/receipts")).Must().Json.GetArrayLength();
        Assert.Equal(recording.Receipts.Count, seen);
    }

    [Fact]
    public async Task Deleted_ByItsOwner_GoesAtOnce()
    {
        var id = await Campus.PublishedAsync();

        (await Campus.Bot.DeleteAsync("teacher", $"/recordings/{id}")).Must();
        await Campus.SettleAsync();

        var recording = await Campus.RecordingAsync(id);
        Assert.Equal(RecordingState.Deleted, recording.State);
        Assert.All(recording.Receipts, receipt => Assert.Equal("owner-asked", receipt.Plan));
        Assert.Empty(await Campus.Canvas.AvailableAsync());
    }

    [Fact]
    public async Task Deleted_ByAnotherTeacher_IsRefused()
    {
        var id = await Campus.PublishedAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await Campus.Bot.DeleteAsync("teacher-2", $"/recordings/{id}")).Status);
        await Campus.SettleAsync();

        Assert.Equal(RecordingState.Published, (await Campus.RecordingAsync(id)).State);
    }

    [Fact]
    public async Task Deleted_StaysDeletedWhateverComesLate()
    {
        var lecture = await Campus.DecidedAsync();
        await Campus.HoldAsync(lecture);
        await Campus.FindAsync();
        var id = Assert.Single(await Campus.RecordingsAsync()).Id;
        (await Campus.Bot.DeleteAsync("teacher", $"/recordings/{id}")).Must();
        await Campus.SettleAsync();

        Assert.Equal(
            "approved",
            await Campus.DecideAsync(
                lecture,
                Decisions.Requests.With(
                    "participationOptions",
                    """{ "cameraOptional": true, "microphoneOptional": true, "reason": "Late." }"""
                )
            )
        );
        Assert.Equal(HttpStatusCode.Conflict, (await Campus.Bot.PutAsync("teacher", $"/recordings/{id}/publication")).Status);
        await Campus.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal(RecordingState.Deleted, (await Campus.RecordingAsync(id)).State);
    }

    [Theory]
    [InlineData("DELETE", @"/api/v1/files/\d+$")]
    [InlineData("GET", @"/api/v1/files/\d+$")]
    [InlineData("DELETE", @"/modules/\d+/items/\d+$")]
    [InlineData("GET", @"/courses/101$")]
    public async Task Deletion_WhileCanvasFails_KeepsAndTriesUntilItIsDone(string method, string path)
    {
        var id = await Campus.PublishedAsync();
        var end = await Campus.Canvas.EndsAtAsync();
        await Campus.MoveToAsync(end.AddMinutes(-1));
        await Campus.Canvas.BreakAsync("status-500", path, method);
        await Campus.MoveToAsync(end.AddMinutes(3));

        var recording = await Campus.RecordingAsync(id);
        Assert.NotEqual(RecordingState.Deleted, recording.State);
        Assert.Empty(recording.Receipts);
        Assert.Single(await Campus.TasksAsync(TaskKind.StepFails));

        await Campus.Canvas.MendAsync();
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(1));

        recording = await Campus.RecordingAsync(id);
        Assert.Equal(RecordingState.Deleted, recording.State);
        Assert.Equal(recording.Parts.Sum(part => part.Copies.Count), recording.Receipts.Count);
        Assert.Empty(await Campus.TasksAsync(TaskKind.StepFails));
    }

    [Fact]
    public async Task Deletion_WithTheComputersFolderAway_WaitsForItAndIsDoneThen()
    {
        var id = await Campus.PublishedAsync();
        var end = await Campus.Canvas.EndsAtAsync();
        await Campus.MoveToAsync(end.AddMinutes(-2));
        Directory.Move(Campus.Recordings, Campus.Recordings + ".away");
        await Campus.MoveToAsync(end.AddMinutes(20));

        var recording = await Campus.RecordingAsync(id);
        Assert.NotEqual(RecordingState.Deleted, recording.State);
        Assert.All(recording.Receipts, receipt => Assert.Equal(CopyPlace.Canvas, receipt.Place));
        Assert.Empty(await Campus.Canvas.AvailableAsync());
        Assert.Single(await Campus.TasksAsync(TaskKind.Folder));

        Directory.Move(Campus.Recordings + ".away", Campus.Recordings);
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(10));

        recording = await Campus.RecordingAsync(id);
        Assert.Equal(RecordingState.Deleted, recording.State);
        Assert.Equal(recording.Parts.Sum(part => part.Copies.Count), recording.Receipts.Count);
    }

    [Fact]
    public async Task Deletion_OfWhatSomebodyRemovedBefore_IsDoneAndReceipted()
    {
        var id = await Campus.PublishedAsync();
        var recording = await Campus.RecordingAsync(id);
        Scratch.Remove(Path.Combine(Campus.Recordings, recording.Folder!));
        await Campus.Canvas.DeleteFileAsync(recording.CanvasFileId!);

        (await Campus.Bot.DeleteAsync("teacher", $"/recordings/{id}")).Must();
        await Campus.SettleAsync();

        recording = await Campus.RecordingAsync(id);
        Assert.Equal(RecordingState.Deleted, recording.State);
        Assert.Equal(recording.Parts.Sum(part => part.Copies.Count), recording.Receipts.Count);
    }

    [Fact]
    public async Task Deletion_NeverTouchesWhatIsNotOurs()
    {
        var id = await Campus.PublishedAsync();
        var recording = await Campus.RecordingAsync(id);
        var folder = (await Campus.Canvas.AvailableAsync()).Single().FolderId;
        var foreign = await Campus.Canvas.AddFileAsync("handout.pdf", folder);
        var notes = Path.Combine(Campus.Recordings, recording.Folder!, "my own notes.docx");
        var changed = Path.Combine(Campus.Recordings, recording.Folder!, recording.Parts.Single(part => part.Kind == "audio").Name);

        // The owner asks before the agent has looked: what was put there since is nobody's to remove.
        await File.WriteAllTextAsync(notes, "mine", Ct);
        await File.AppendAllTextAsync(changed, "cut anew", Ct);
        (await Campus.Bot.DeleteAsync("teacher", $"/recordings/{id}")).Must();
        await Campus.SettleAsync();

        Assert.Equal("mine", await File.ReadAllTextAsync(notes, Ct));
        Assert.True(File.Exists(changed));
        Assert.Equal(foreign, Assert.Single(await Campus.Canvas.AvailableAsync()).Id);
        Assert.NotEqual(RecordingState.Deleted, (await Campus.RecordingAsync(id)).State);
        Assert.Single(await Campus.TasksAsync(TaskKind.StepFails));
    }

    [Fact]
    public async Task Receipt_OfADeletion_IsGenuineAfterTheRestartToo()
    {
        var id = await Campus.RecordedAsync();
        (await Campus.Bot.DeleteAsync("teacher", $"/recordings/{id}")).Must();
        await Campus.SettleAsync();
        await Campus.RestartBotAsync();

        var receipts = (await Campus.RecordingAsync(id)).Receipts;
        var signer = Campus.Services.GetRequiredService<ReceiptSigner>();
        Assert.NotEmpty(receipts);
        Assert.All(receipts, receipt => Assert.True(signer.IsGenuine(receipt)));
    }
}
