using System.Net;

namespace Journey.Faults;

/// <summary>The disk of the bot's own data folder is full in the middle of a lecture: it says so, loses nothing, and goes on when there is room.</summary>
public sealed class FullDiskTests
{
    [Fact]
    public async Task Lecture_BotsOwnDiskFullWhileItIsHeld_IsNoticedAndRecordedOnceThereIsRoom()
    {
        await using var campus = await CampusProcess.StartAsync(
            "full-campus",
            TestContext.Current.CancellationToken,
            "--only",
            "canvas,zoom"
        );
        await using var disk = await SmallDisk.MountAsync(megabytes: 64);
        await using var bot = new BotProcess(campus, "full-bot", disk.Folder);
        using var doors = new Doors(bot.Address, campus.Canvas!, campus.Zoom!, campus.Control!);
        await bot.StartAsync();
        var lecture = await Lecture.PlanAsync(doors, Path.Combine(campus.Folder, "zoom-recordings"));
        await lecture.DecideAsync();
        await lecture.UntilRightAsync("given");

        disk.Fill();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await doors.StatusAsync("/health/ready"));
        Assert.Equal(HttpStatusCode.OK, await doors.StatusAsync("/health/live"));
        await lecture.InZoom.BeginAsync();
        disk.Clear();

        Assert.Equal(HttpStatusCode.OK, await doors.StatusAsync("/health/ready"));
        // Zoom sends again what it was told to send again, five minutes later.
        await doors.LaterAsync("PT6M");
        await lecture.UntilPostedAsync();
        Assert.Equal((1, 1), await lecture.CoverageAsync());
        await lecture.InZoom.EndAsync();
        await lecture.UntilRightAsync("taken");
        await lecture.UntilRegisteredAsync();
        await lecture.AskToDeleteAsync();
        await doors.LaterAsync("PT1M");
        await lecture.AssertDeletedAsync();
        Assert.Contains("room", await File.ReadAllTextAsync(bot.Log, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
