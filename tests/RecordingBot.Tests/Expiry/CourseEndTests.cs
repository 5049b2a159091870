using RecordingBot.Registry;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Expiry;

/// <summary>A recording ends with its course, however that ends; what isn't certain ends nothing (I14).</summary>
public sealed class CourseEndTests : CampusTests
{
    [Fact]
    public async Task Course_ClosedByHand_HidesItAtOnceAndDeletesItSevenDaysAfterTheTelling()
    {
        var id = await Campus.PublishedAsync();
        var file = Assert.Single(await Campus.Canvas.AvailableAsync());
        await Campus.Canvas.ConcludeAsync();
        await Campus.SettleAsync();

        Assert.Equal(RecordingState.Unpublished, (await Campus.RecordingAsync(id)).State);
        Assert.False(await Campus.Canvas.StudentOpensAsync(file.Id));
        var recording = await Campus.RecordingAsync(id);
        var told = recording.Warnings.Max(warning => warning.AcceptedAt);
        Assert.NotNull(told);
        Assert.All(recording.Warnings, warning => Assert.Equal(0, warning.BeforeSeconds));

        await Campus.MoveToAsync(told.Value.AddDays(7).AddMinutes(-1));
        Assert.Equal(RecordingState.Unpublished, (await Campus.RecordingAsync(id)).State);
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(RecordingState.Deleted, (await Campus.RecordingAsync(id)).State);
    }

    [Fact]
    public async Task Course_ClosedByHandAndOpenedAgain_KeepsIt()
    {
        var id = await Campus.PublishedAsync();
        await Campus.Canvas.ConcludeAsync();
        await Campus.AdvanceAsync(TimeSpan.FromDays(3));
        await Campus.Canvas.OfferAsync();
        await Campus.AdvanceAsync(TimeSpan.FromDays(10));

        Assert.Equal(RecordingState.Published, (await Campus.RecordingAsync(id)).State);
        Assert.Single(await Campus.Canvas.ModuleItemsAsync());
    }

    [Fact]
    public async Task Course_MovedToAnEndWithinAWeek_IsNotDeletedBeforePeopleHadTheirWeek()
    {
        var id = await Campus.PublishedAsync();
        var end = Campus.Now.AddDays(2);
        await Campus.Canvas.EndAtAsync(end);
        await Campus.SettleAsync();
        var told = (await Campus.RecordingAsync(id)).Warnings.Min(warning => warning.AcceptedAt);

        await Campus.MoveToAsync(end.AddMinutes(1));
        Assert.Equal(RecordingState.Unpublished, (await Campus.RecordingAsync(id)).State);
        await Campus.MoveToAsync(told!.Value.AddDays(7).AddMinutes(-1));
        Assert.Equal(RecordingState.Unpublished, (await Campus.RecordingAsync(id)).State);
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(RecordingState.Deleted, (await Campus.RecordingAsync(id)).State);
    }

    [Fact]
    public async Task Course_MovedEarlierAndBack_EndsAtTheLastDate()
    {
        var id = await Campus.PublishedAsync();
        var end = await Campus.Canvas.EndsAtAsync();
        await Campus.Canvas.EndAtAsync(Campus.Now.AddDays(20));
        await Campus.AdvanceAsync(TimeSpan.FromDays(15));
        await Campus.Canvas.EndAtAsync(end);
        await Campus.MoveToAsync(end.AddDays(-1).AddHours(-1));

        Assert.Equal((RecordingState.Published, end), await StateAsync(id));
    }

    [Fact]
    public async Task Course_Deleted_ConfirmedByAnAdministrator_IsItsEnd()
    {
        var id = await Campus.PublishedAsync();
        await Campus.Canvas.DeleteCourseAsync();
        await Campus.AdvanceAsync(TimeSpan.FromDays(1));

        var recording = await Campus.RecordingAsync(id);
        Assert.Equal(EndReason.CourseClosed, recording.EndReason);
        Assert.False(recording.Visible);
        await Campus.AdvanceAsync(TimeSpan.FromDays(8));
        Assert.Equal(RecordingState.Deleted, (await Campus.RecordingAsync(id)).State);
    }

    [Fact]
    public async Task Course_DeletedByMistakeAndRestored_KeepsItAndShowsItAgain()
    {
        var id = await Campus.PublishedAsync();
        await Campus.Canvas.DeleteCourseAsync();
        await Campus.AdvanceAsync(TimeSpan.FromDays(2));
        var hidden = await Campus.RecordingAsync(id);
        Assert.Equal((RecordingState.Unpublished, EndReason.CourseClosed), (hidden.State, hidden.EndReason));

        await Campus.Canvas.RestoreCourseAsync();
        await Campus.AdvanceAsync(TimeSpan.FromDays(20));

        var back = await Campus.RecordingAsync(id);
        Assert.Equal((RecordingState.Published, EndReason.CourseCloses, true), (back.State, back.EndReason, back.Visible));
        Assert.All(back.Parts, part => Assert.All(part.Copies, copy => Assert.Equal(CopyState.Present, copy.State)));
        Assert.Single(await Campus.Canvas.ModuleItemsAsync());
    }

    [Fact]
    public async Task Course_MovedLaterAndBackAfterPeopleWereTold_TellsThemAgainBeforeItGoes()
    {
        var id = await Campus.PublishedAsync();
        var first = await Campus.Canvas.EndsAtAsync();
        await Campus.MoveToAsync(first.AddDays(-8));
        // Told of a later end within its own warnings, they believe that one.
        await Campus.Canvas.EndAtAsync(first.AddDays(10));
        await Campus.AdvanceAsync(TimeSpan.FromHours(2));
        await Campus.Canvas.EndAtAsync(first);
        await Campus.AdvanceAsync(TimeSpan.FromHours(2));

        var told = (await Campus.RecordingAsync(id)).Warnings;
        var other = told.Where(row => row.EndsAt != first).Max(row => row.AcceptedAt);
        Assert.NotNull(other);
        Assert.All(told.Where(row => row.EndsAt == first), row => Assert.True(row.AcceptedAt >= other));
        await Campus.MoveToAsync(other.Value.AddDays(7).AddMinutes(-30));
        Assert.NotEqual(RecordingState.Deleted, (await Campus.RecordingAsync(id)).State);
        await Campus.MoveToAsync(first.AddDays(2));
        Assert.Equal(RecordingState.Deleted, (await Campus.RecordingAsync(id)).State);
    }

    [Fact]
    public async Task Extension_IsToldToThoseWhoHadTheNotice()
    {
        var lecture = await Campus.DecidedAsync();
        await Campus.HoldAsync(lecture);
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(2));
        var id = Assert.Single(await Campus.RecordingsAsync()).Id;
        var before = (await Campus.NoticeAsync(lecture))!;
        var until = DateOnly.FromDateTime((await Campus.Canvas.EndsAtAsync()).AddDays(30).UtcDateTime).ToString("O");

        (
            await Campus.Bot.PostAsync("teacher", $"/recordings/{id}/extension", new { until, reason = "The re-examination is in May." })
        ).Must();
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(5));

        var after = (await Campus.NoticeAsync(lecture))!;
        Assert.Equal((before.Version + 1, (await Campus.RecordingAsync(id)).EndsAt), (after.Version, after.EndsAt));
        await Campus.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Equal(after.Version, (await Campus.NoticeAsync(lecture))!.Version);
    }

    [Fact]
    public async Task Course_NotFoundAndNotConfirmed_KeepsItAndIsATask()
    {
        var id = await Campus.PublishedAsync();
        var end = await Campus.Canvas.EndsAtAsync();
        await Campus.Canvas.DeleteCourseAsync();
        // A teacher's token sees no deleted course: for the bot it isn't there, and nobody says why.
        await Campus.RestartBotAsync("--Canvas:Token=campus-teacher");
        await Campus.MoveToAsync(end.AddDays(30));

        Assert.NotEqual(RecordingState.Deleted, (await Campus.RecordingAsync(id)).State);
        Assert.Single(await Campus.TasksAsync(TaskKind.CourseUndecidable));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(Campus.Recordings, (await Campus.RecordingAsync(id)).Folder!)));
    }

    [Fact]
    public async Task Course_ThatNeverCloses_IsAskedAboutAndKeptUntilADayIsNamed()
    {
        var id = await Campus.RecordedAsync();
        await Campus.Canvas.EndNeverAsync();
        await Campus.AdvanceAsync(TimeSpan.FromDays(200));

        var recording = await Campus.RecordingAsync(id);
        Assert.Equal(
            (RecordingState.Registered, EndReason.CourseNeverCloses, null),
            (recording.State, recording.EndReason, recording.EndsAt)
        );
        var task = Assert.Single(await Campus.TasksAsync(TaskKind.MissingDate));
        var until = DateOnly.FromDateTime(Campus.Now.AddDays(60).UtcDateTime).ToString("O");
        (await Campus.Bot.PostAsync("teacher", $"/tasks/{task.Id}/answer", new { answer = "until", until })).Must();
        await Campus.SettleAsync();

        Assert.Equal(EndReason.Extended, (await Campus.RecordingAsync(id)).EndReason);
        Assert.Empty(await Campus.TasksAsync(TaskKind.MissingDate));
        await Campus.AdvanceAsync(TimeSpan.FromDays(62));
        Assert.Equal(RecordingState.Deleted, (await Campus.RecordingAsync(id)).State);
    }

    [Fact]
    public async Task Hold_BeatsTheEndAndDeletionFollowsItsRelease()
    {
        var id = await Campus.PublishedAsync();
        var end = await Campus.Canvas.EndsAtAsync();
        var reviewOn = DateOnly.FromDateTime(end.AddDays(60).UtcDateTime).ToString("O");
        (await Campus.Bot.PutAsync("dpo", $"/recordings/{id}/hold", new { reason = "A complaint is being looked into.", reviewOn })).Must();

        await Campus.MoveToAsync(end.AddDays(30));
        var recording = await Campus.RecordingAsync(id);
        Assert.Equal((RecordingState.Unpublished, false), (recording.State, recording.Visible));
        Assert.All(recording.Parts, part => Assert.All(part.Copies, copy => Assert.Equal(CopyState.Present, copy.State)));

        (await Campus.Bot.DeleteAsync("dpo", $"/recordings/{id}/hold")).Must();
        await Campus.AdvanceAsync(TimeSpan.FromDays(8));

        Assert.Equal(RecordingState.Deleted, (await Campus.RecordingAsync(id)).State);
    }

    [Fact]
    public async Task Extension_BeyondTheCourse_EndsThePublicationWithTheCourseAndTheRecordingLater()
    {
        var id = await Campus.PublishedAsync();
        var end = await Campus.Canvas.EndsAtAsync();
        var until = DateOnly.FromDateTime(end.AddDays(30).UtcDateTime).ToString("O");
        (
            await Campus.Bot.PostAsync("teacher", $"/recordings/{id}/extension", new { until, reason = "The re-examination is in May." })
        ).Must();

        await Campus.MoveToAsync(end.AddHours(1));
        Assert.Equal(RecordingState.Unpublished, (await Campus.RecordingAsync(id)).State);
        await Campus.MoveToAsync(end.AddDays(29));
        Assert.Equal(RecordingState.Unpublished, (await Campus.RecordingAsync(id)).State);
        await Campus.MoveToAsync(end.AddDays(32));

        Assert.Equal(RecordingState.Deleted, (await Campus.RecordingAsync(id)).State);
    }

    private async Task<(RecordingState State, DateTimeOffset? EndsAt)> StateAsync(Guid id)
    {
        var recording = await Campus.RecordingAsync(id);
        return (recording.State, recording.EndsAt);
    }
}
