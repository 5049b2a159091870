using System.Net;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Recordings;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Publication;

/// <summary>Into the course, once, and never past its end.</summary>
public sealed class PublicationTests : CampusTests
{
    [Fact]
    public async Task Published_IsInTheCourseOnceWithItsFuseAtTheClosingInstant()
    {
        var id = await Campus.PublishedAsync();

        var recording = await Campus.RecordingAsync(id);
        var file = Assert.Single(await Campus.Canvas.AvailableAsync());
        var closes = await Campus.Canvas.EndsAtAsync();
        var video = recording.Parts.Single(part => part.Kind == "video");
        Assert.Equal((RecordingState.Published, true, closes), (recording.State, recording.Visible, recording.LockAt));
        Assert.Equal((video.Sha256, false, closes), (file.Sha256, file.Locked, file.LockAt));
        Assert.True(await Campus.Canvas.StudentOpensAsync(file.Id));
        var item = Assert.Single(await Campus.Canvas.ModuleItemsAsync());
        Assert.True(item.GetProperty("published").GetBoolean());
        Assert.Equal(file.Id.ToString(null, null), item.GetProperty("content_id").ToString());
        Assert.Contains(video.Copies, copy => copy.Place == CopyPlace.Canvas && copy.Locator == recording.CanvasFileId);
    }

    [Fact]
    public async Task Publishing_UntilFuseAndItemStand_IsInALockedFolder()
    {
        var id = await Campus.RecordedAsync();
        await Campus.AskToPublishAsync(id);
        await Campus.Canvas.BreakAsync("status-500", @"^/api/v1/files/\d+$", "PUT");
        await Campus.SettleAsync();

        var file = Assert.Single(await Campus.Canvas.AvailableAsync());
        Assert.True((await Campus.Canvas.FolderAsync(file.FolderId)).GetProperty("locked").GetBoolean());
        Assert.False(await Campus.Canvas.StudentOpensAsync(file.Id));
        Assert.Empty(await Campus.Canvas.ModuleItemsAsync());
    }

    [Fact]
    public async Task Published_WhenAskedAgain_StaysAsItIs()
    {
        var id = await Campus.PublishedAsync();
        var before = await Campus.Canvas.FilesAsync();

        await Campus.AskToPublishAsync(id);
        await Campus.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(before, await Campus.Canvas.FilesAsync());
        Assert.Single(await Campus.Canvas.ModuleItemsAsync());
    }

    [Fact]
    public async Task Published_ReadBackInAnotherState_IsNotCalledPublished()
    {
        var id = await Campus.RecordedAsync();
        await Campus.AskToPublishAsync(id);
        // The last of the calls: what was asked for is done, but nobody could see that it is.
        await Campus.Canvas.BreakAsync("html-200", @"^/api/v1/files/\d+$", "GET");
        await Campus.SettleAsync();

        Assert.NotEqual(RecordingState.Published, (await Campus.RecordingAsync(id)).State);
        await Campus.Canvas.MendAsync();
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(RecordingState.Published, (await Campus.RecordingAsync(id)).State);
        Assert.Single(await Campus.Canvas.AvailableAsync());
        Assert.Single(await Campus.Canvas.ModuleItemsAsync());
    }

    [Theory]
    [InlineData(40)]
    [InlineData(120)]
    public async Task Fuse_WhenTheCourseMoves_MovesWithItBothWays(int days)
    {
        var id = await Campus.PublishedAsync();
        var end = SmallCampus.Beginning.AddDays(days);

        await Campus.Canvas.EndAtAsync(end);
        await Campus.SettleAsync();

        var recording = await Campus.RecordingAsync(id);
        Assert.Equal((end, end), (recording.LockAt, recording.EndsAt));
        Assert.Equal(end, Assert.Single(await Campus.Canvas.AvailableAsync()).LockAt);
    }

    [Fact]
    public async Task Unpublished_IsUnreachableAndPublishedAgainIsTheSameFile()
    {
        var id = await Campus.PublishedAsync();
        var file = Assert.Single(await Campus.Canvas.AvailableAsync());

        (await Campus.Bot.DeleteAsync("teacher", $"/recordings/{id}/publication")).Must();
        await Campus.SettleAsync();

        Assert.Equal(RecordingState.Unpublished, (await Campus.RecordingAsync(id)).State);
        Assert.False(await Campus.Canvas.StudentOpensAsync(file.Id));
        Assert.Empty(await Campus.Canvas.ModuleItemsAsync());

        await Campus.AskToPublishAsync(id);
        await Campus.SettleAsync();

        Assert.Equal(RecordingState.Published, (await Campus.RecordingAsync(id)).State);
        Assert.Equal(file.Id, Assert.Single(await Campus.Canvas.AvailableAsync()).Id);
        Assert.True(await Campus.Canvas.StudentOpensAsync(file.Id));
        Assert.Single(await Campus.Canvas.ModuleItemsAsync());
    }

    [Fact]
    public async Task Publish_InACourseThatIsPublic_IsRefused()
    {
        var id = await Campus.RecordedAsync();
        await Campus.Canvas.OpenToAllAsync(true);

        var answer = await Campus.Bot.PutAsync("teacher", $"/recordings/{id}/publication");
        await Campus.SettleAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Empty(await Campus.Canvas.AvailableAsync());
    }

    [Fact]
    public async Task Publishing_InACourseThatTurnedPublicMeanwhile_DoesNotHappen()
    {
        var id = await Campus.RecordedAsync();
        await Campus.AskToPublishAsync(id);
        await Campus.Canvas.OpenToAllAsync(true);
        await Campus.SettleAsync();

        Assert.Equal(RecordingState.Registered, (await Campus.RecordingAsync(id)).State);
        Assert.Empty(await Campus.Canvas.ModuleItemsAsync());
    }

    [Fact]
    public async Task Published_InACourseThatTurnsPublic_IsTakenOutUntilItIsNoMore()
    {
        var id = await Campus.PublishedAsync();
        await Campus.Canvas.OpenToAllAsync(true);
        await Campus.SettleAsync();
        Assert.Equal(RecordingState.Unpublished, (await Campus.RecordingAsync(id)).State);

        await Campus.Canvas.OpenToAllAsync(false);
        await Campus.SettleAsync();

        Assert.Equal(RecordingState.Published, (await Campus.RecordingAsync(id)).State);
    }

    [Fact]
    public async Task Publish_WithoutTheFile_SaysThatItHasNotCome()
    {
        await Campus.DecidedAsync();
        var id = Assert.Single(await Campus.RecordingsAsync()).Id;

        Assert.Equal(HttpStatusCode.Conflict, (await Campus.Bot.PutAsync("teacher", $"/recordings/{id}/publication")).Status);
    }

    [Fact]
    public async Task Publish_ByAStudent_FindsNoSuchRecording()
    {
        var id = await Campus.RecordedAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await Campus.Bot.PutAsync("student", $"/recordings/{id}/publication")).Status);
    }

    [Fact]
    public async Task Upload_GoesFromTheComputerToCanvasByAnOrderThatIsUsedOnce()
    {
        await Campus.PublishedAsync();

        var order = await Campus.ReadAsync(registry => registry.AgentOrders.AsNoTracking().SingleAsync(Ct));
        Assert.Equal(("upload", "done", true), (order.Kind, order.Outcome, order.Used));
        Assert.DoesNotContain("campus-admin", order.Order + order.Receipt, StringComparison.Ordinal);
    }
}
