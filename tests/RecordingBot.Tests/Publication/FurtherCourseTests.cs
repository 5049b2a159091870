using System.Net;
using System.Text.Json;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Publication;

/// <summary>One lecture given in several courses: shown in each, ending in each with that course; what is on disk ends with the last.</summary>
public sealed class FurtherCourseTests : CampusTests
{
    private const string Further = "102";

    [Fact]
    public async Task Shown_IsInBothCoursesAndSaysSo()
    {
        var (id, further) = await ShownAsync();

        var files = await Campus.Canvas.AvailableAsync();
        Assert.Equal(2, files.Length);
        Assert.Single(files.Select(file => file.Sha256).Distinct());
        foreach (var file in files)
            Assert.True(await Campus.Canvas.StudentOpensAsync(file.Id));
        Assert.Single(await Campus.Canvas.ModuleItemsAsync());
        Assert.Single(await Campus.Canvas.ModuleItemsAsync(Further));

        var first = (await Campus.Bot.GetAsync("teacher", $"/recordings/{id}")).Must().Json;
        var other = (await Campus.Bot.GetAsync("teacher", $"/recordings/{further}")).Must().Json;
        Assert.Equal((Further, id), (other.GetProperty("courseId").GetString(), other.GetProperty("source").GetGuid()));
        Assert.NotEqual(File(first), File(other));
        // Each has its own end: the one with the disk the last of them.
        Assert.Equal(await Campus.Canvas.EndsAtAsync(), first.GetProperty("ends").GetProperty("at").GetDateTimeOffset());
        Assert.Equal(SmallCampus.Beginning.AddDays(53), other.GetProperty("ends").GetProperty("at").GetDateTimeOffset());
    }

    [Fact]
    public async Task Shown_AskedAgain_IsThereOnce()
    {
        var (id, further) = await ShownAsync();

        var again = (await AskAsync(id, Further)).Must();
        await Campus.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(further, Assert.Single(again.Json.GetProperty("alsoIn").EnumerateArray()).GetProperty("recordingId").GetGuid());
        Assert.Equal(2, (await Campus.Canvas.AvailableAsync()).Length);
    }

    [Fact]
    public async Task Notice_NamesTheFurtherCourseToThoseWhoWereTold()
    {
        var lecture = await Campus.DecidedAsync();
        await Campus.HoldAsync(lecture);
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(2));
        var before = await Campus.NoticeAsync(lecture);
        var id = Assert.Single(await Campus.RecordingsAsync()).Id;

        (await AskAsync(id, Further)).Must();
        await Campus.SettleAsync();

        var after = await Campus.NoticeAsync(lecture);
        Assert.DoesNotContain("Mathematical Statistics", before!.Text, StringComparison.Ordinal);
        Assert.Contains("also given in the course FMSF80 Mathematical Statistics", after!.Text, StringComparison.Ordinal);
        Assert.Equal((before.Version + 1, Further), (after.Version, after.FurtherCourses));
        await Campus.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Equal(after.Version, (await Campus.NoticeAsync(lecture))!.Version);
    }

    [Fact]
    public async Task FurtherCourse_ThatClosesFirst_LosesItsCopyAndNoOther()
    {
        var (id, further) = await ShownAsync();
        var ends = SmallCampus.Beginning.AddDays(53);

        await Campus.MoveToAsync(ends.AddMinutes(1));

        Assert.Equal(RecordingState.Deleted, (await Campus.RecordingAsync(further)).State);
        Assert.Empty(await Campus.Canvas.ModuleItemsAsync(Further));
        var file = Assert.Single(await Campus.Canvas.AvailableAsync());
        Assert.True(await Campus.Canvas.StudentOpensAsync(file.Id));
        var receipt = Assert.Single(await ReceiptsAsync(further));
        Assert.Equal("canvas", receipt.GetProperty("place").GetString());
        Assert.True(await Campus.CountToldAsync("teacher", "EndsSoonInCourse") > 0);
        Assert.Equal(RecordingState.Published, (await Campus.RecordingAsync(id)).State);

        await Campus.MoveToAsync((await Campus.Canvas.EndsAtAsync()).AddMinutes(1));
        Assert.Equal(RecordingState.Deleted, (await Campus.RecordingAsync(id)).State);
        Assert.Empty(await Campus.Canvas.AvailableAsync());
    }

    [Fact]
    public async Task ItsOwnCourse_ThatClosesFirst_LosesItsCopyAndTheDiskStaysForTheFurther()
    {
        var (id, further) = await ShownAsync();
        var ends = SmallCampus.Beginning.AddDays(40);
        await Campus.Canvas.EndAtAsync(ends);

        await Campus.MoveToAsync(ends.AddMinutes(1));

        var recording = await Campus.RecordingAsync(id);
        Assert.Equal((RecordingState.Unpublished, EndReason.FurtherCourseCloses), (recording.State, recording.EndReason));
        Assert.Empty(await Campus.Canvas.ModuleItemsAsync());
        Assert.Single(await Campus.Canvas.ModuleItemsAsync(Further));
        Assert.Single(await Campus.Canvas.AvailableAsync());
        Assert.Equal("canvas", Assert.Single(await ReceiptsAsync(id)).GetProperty("place").GetString());
        Assert.NotEmpty(Directory.GetFiles(Campus.Recordings, "*.mp4", SearchOption.AllDirectories));

        await Campus.MoveToAsync(SmallCampus.Beginning.AddDays(53).AddMinutes(1));
        Assert.Equal(RecordingState.Deleted, (await Campus.RecordingAsync(further)).State);
        Assert.Equal(RecordingState.Deleted, (await Campus.RecordingAsync(id)).State);
        Assert.Empty(await Campus.Canvas.AvailableAsync());
        Assert.Empty(Directory.GetFiles(Campus.Recordings, "*.mp4", SearchOption.AllDirectories));
        var all = await ReceiptsAsync(id);
        Assert.Equal(all.Length, all.Select(receipt => receipt.GetProperty("copy").GetGuid()).Distinct().Count());
        Assert.Contains(all, receipt => receipt.GetProperty("place").GetString() == "recorder-computer");
    }

    [Fact]
    public async Task ItsOwnCourse_ThatOpensAgain_GetsItsCopyBack()
    {
        var (id, _) = await ShownAsync();
        await Campus.Canvas.EndAtAsync(SmallCampus.Beginning.AddDays(40));
        await Campus.MoveToAsync(SmallCampus.Beginning.AddDays(41));
        Assert.Single(await Campus.Canvas.AvailableAsync());

        await Campus.Canvas.EndAtAsync(SmallCampus.Beginning.AddDays(50));
        await Campus.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(RecordingState.Published, (await Campus.RecordingAsync(id)).State);
        Assert.Single(await Campus.Canvas.ModuleItemsAsync());
        Assert.Equal(2, (await Campus.Canvas.AvailableAsync()).Length);
    }

    [Fact]
    public async Task FurtherCourse_ThatMoves_MovesTheDisksEndBothWays()
    {
        var (id, further) = await ShownAsync();
        foreach (var days in new[] { 150, 30 })
        {
            var end = SmallCampus.Beginning.AddDays(days);
            await Campus.Canvas.EndAtAsync(end, Further);
            await Campus.SettleAsync();

            Assert.Equal((end, end), ((await Campus.RecordingAsync(further)).EndsAt, (await Campus.RecordingAsync(further)).LockAt));
            var own = await Campus.Canvas.EndsAtAsync();
            Assert.Equal(end > own ? end : own, (await Campus.RecordingAsync(id)).EndsAt);
        }
    }

    [Fact]
    public async Task Held_IsHeldInEveryCourse()
    {
        var (id, further) = await ShownAsync();
        (await Campus.Bot.PutAsync("dpo", $"/recordings/{id}/hold", new { reason = "A dispute", reviewOn = "2028-05-01" })).Must();

        await Campus.MoveToAsync(SmallCampus.Beginning.AddDays(100));

        Assert.Equal(RecordingState.Unpublished, (await Campus.RecordingAsync(further)).State);
        Assert.Equal(2, (await Campus.Canvas.AvailableAsync()).Length);
        Assert.Empty(await ReceiptsAsync(further));
    }

    [Fact]
    public async Task Deleted_ByItsOwner_GoesFromEveryCourse()
    {
        var (id, further) = await ShownAsync();

        (await Campus.Bot.DeleteAsync("teacher", $"/recordings/{id}")).Must();
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(RecordingState.Deleted, (await Campus.RecordingAsync(id)).State);
        Assert.Equal(RecordingState.Deleted, (await Campus.RecordingAsync(further)).State);
        Assert.Empty(await Campus.Canvas.AvailableAsync());
    }

    [Fact]
    public async Task Unpublished_InOneCourse_StaysInTheOther()
    {
        var (id, further) = await ShownAsync();

        (await Campus.Bot.DeleteAsync("teacher", $"/recordings/{further}/publication")).Must();
        await Campus.SettleAsync();

        Assert.Empty(await Campus.Canvas.ModuleItemsAsync(Further));
        Assert.Single(await Campus.Canvas.ModuleItemsAsync());
        (await Campus.Bot.PutAsync("teacher", $"/recordings/{further}/publication")).Must();
        await Campus.SettleAsync();
        Assert.Single(await Campus.Canvas.ModuleItemsAsync(Further));
        Assert.Equal(RecordingState.Published, (await Campus.RecordingAsync(id)).State);
    }

    [Fact]
    public async Task Video_WrittenAnew_IsReplacedInEveryCourse()
    {
        var (id, _) = await ShownAsync();
        var video = (await Campus.RecordingAsync(id)).MainVideo()!;
        var old = (await Campus.Canvas.AvailableAsync()).Select(file => file.Sha256).Distinct().Single();

        await Campus.RewriteAsync(id);
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(15));

        var files = await Campus.Canvas.AvailableAsync();
        Assert.Equal(2, files.Length);
        Assert.DoesNotContain(files, file => file.Sha256 == old);
        Assert.NotEqual(video.Sha256, (await Campus.RecordingAsync(id)).MainVideo()!.Sha256);
    }

    [Theory]
    [InlineData("teacher", "101", "The same lecture", HttpStatusCode.BadRequest)]
    [InlineData("teacher", "physics", "The same lecture", HttpStatusCode.BadRequest)]
    [InlineData("teacher", Further, " ", HttpStatusCode.BadRequest)]
    [InlineData("teacher", "109876543210000001", "The same lecture", HttpStatusCode.Forbidden)]
    [InlineData("teacher-2", Further, "The same lecture", HttpStatusCode.Forbidden)]
    [InlineData("course-admin", Further, "The same lecture", HttpStatusCode.Forbidden)]
    [InlineData("student", Further, "The same lecture", HttpStatusCode.NotFound)]
    public async Task NotShown_WhereThatIsNotForThemOrNotSaid(string account, string course, string reason, HttpStatusCode status)
    {
        var id = await Campus.RecordedAsync();

        Assert.Equal(status, (await AskAsync(id, course, account, reason)).Status);
        Assert.Single(await Campus.RecordingsAsync());
    }

    [Fact]
    public async Task NotShown_InACourseThatIsPublicOrClosed()
    {
        var id = await Campus.RecordedAsync();
        await Campus.Canvas.OpenToAllAsync(true, Further);
        Assert.Equal(HttpStatusCode.Conflict, (await AskAsync(id, Further)).Status);
        await Campus.Canvas.OpenToAllAsync(false, Further);
        await Campus.Canvas.EndAtAsync(Campus.Now.AddDays(-1), Further);
        Assert.Equal(HttpStatusCode.Conflict, (await AskAsync(id, Further)).Status);
        Assert.Single(await Campus.RecordingsAsync());
    }

    private static string? File(JsonElement recording) => recording.GetProperty("publication").GetProperty("canvasFileId").GetString();

    private Task<Answer> AskAsync(Guid id, string course, string account = "teacher", string reason = "The lecture is given in both") =>
        Campus.Bot.PutAsync(account, $"/recordings/{id}/courses/{course}", new { reason });

    private async Task<(Guid Id, Guid Further)> ShownAsync()
    {
        var id = await Campus.PublishedAsync();
        var shown = (await AskAsync(id, Further)).Must().Json.GetProperty("alsoIn");
        await Campus.SettleAsync();
        return (id, Assert.Single(shown.EnumerateArray()).GetProperty("recordingId").GetGuid());
    }

    private async Task<JsonElement[]> ReceiptsAsync(Guid id) =>
        [.. (await Campus.Bot.GetAsync("dpo", $"/recordings/{id}/receipts")).Must().Json.EnumerateArray()];
}
