using System.Security.Cryptography;
using System.Text.Json;

namespace Journey.Faults;

/// <summary>What happens to files on a teacher's computer, in the middle of a lecture's life: a task in plain words, or nothing at all.</summary>
public sealed class DiskFaultTests(FaultCampus campus) : IClassFixture<FaultCampus>
{
    private const string FolderTrouble = "folder-trouble";

    [Fact]
    public async Task Lecture_DiskFullWhileZoomConverts_IsAskedAboutAndGoesOnOnceItIsConverted()
    {
        var lecture = await EndedAsync("disk-full");
        await campus.Doors.LaterAsync("PT25H");
        await lecture.UntilOneTaskAsync(FolderTrouble);

        await lecture.InZoom.ConvertAsync();
        await campus.Doors.LaterAsync("PT3M");
        await lecture.UntilNoTaskAsync();
        await lecture.UntilStateAsync("registered");
        await AssertPublishedAndDeletedAsync(lecture);
    }

    [Fact]
    public async Task Lecture_FileStillGrowing_IsRegisteredWhenItIsWhole()
    {
        var lecture = await EndedAsync("file-growing");
        var begun = new FileInfo(lecture.InZoom.OnDisk(".mp4")).Length;
        await campus.Doors.LaterAsync("PT3M");
        Assert.Null(await lecture.RecordingAsync());
        Assert.True(new FileInfo(lecture.InZoom.OnDisk(".mp4")).Length > begun);

        await campus.Doors.LaterAsync("PT4M");
        await lecture.UntilStateAsync("registered");
        Assert.Equal(await HashAsync(lecture.InZoom.OnDisk(".mp4")), (await PartAsync(lecture, "video")).GetProperty("sha256").GetString());
        await AssertPublishedAndDeletedAsync(lecture);
    }

    [Fact]
    public async Task Lecture_ZoomsFolderGoneWhileItIsDeleted_WaitsForTheFolderAndNeverCallsItsFilesGone()
    {
        var lecture = await PublishedAsync();
        var away = campus.Recordings + "-elsewhere";
        Directory.Move(campus.Recordings, away);
        try
        {
            await campus.Doors.LaterAsync("PT1M");
            await lecture.UntilOneTaskAsync(FolderTrouble);
            await lecture.AskToDeleteAsync();
            await campus.Doors.UntilAsync("Canvas's file to be gone", async () => (await lecture.CanvasFilesAsync()).Count == 0);
            await campus.Doors.LaterAsync("PT10M");
            await lecture.UntilOneTaskAsync(FolderTrouble);
            Assert.Equal("present", (await PartAsync(lecture, "audio")).GetProperty("copies")[0].GetProperty("state").GetString());
        }
        finally
        {
            Directory.Move(away, campus.Recordings);
        }
        await campus.Doors.LaterAsync("PT2M");
        await lecture.AssertDeletedAsync();
    }

    [Fact]
    public async Task Lecture_SessionFolderRemovedByItsTeacher_IsATaskWhileItShouldBePublishedAndEndsWithReceipts()
    {
        var lecture = await Lecture.RecordedAsync(campus.Doors, campus.Recordings);
        foreach (var file in lecture.InZoom.FilesOnDisk())
            File.Delete(file);
        Directory.Delete(lecture.InZoom.Folder);
        await lecture.AskToPublishAsync();
        await lecture.UntilOneTaskAsync("step-fails");

        await lecture.AskToDeleteAsync();
        await campus.Doors.LaterAsync("PT1M");
        await lecture.AssertDeletedAsync();
    }

    [Fact]
    public async Task Lecture_FileRenamed_IsFoundPublishedAndDeletedUnderItsNewName()
    {
        var lecture = await Lecture.RecordedAsync(campus.Doors, campus.Recordings);
        var video = lecture.InZoom.OnDisk(".mp4");
        File.Move(video, Path.Combine(lecture.InZoom.Folder, "Föreläsning 3.mp4"));
        await campus.Doors.LaterAsync("PT3M");

        await AssertPublishedAndDeletedAsync(lecture);
    }

    private async Task<Lecture> EndedAsync(string fault)
    {
        var lecture = await Lecture.PlanAsync(campus.Doors, campus.Recordings);
        await lecture.DecideAsync();
        await lecture.UntilRightAsync("given");
        await campus.Doors.ZoomSandboxAsync("POST /faults", new { fault });
        await lecture.InZoom.HoldAsync();
        return lecture;
    }

    private async Task<Lecture> PublishedAsync()
    {
        var lecture = await Lecture.RecordedAsync(campus.Doors, campus.Recordings);
        await lecture.AskToPublishAsync();
        await lecture.AssertPublishedOnceAsync();
        return lecture;
    }

    private async Task AssertPublishedAndDeletedAsync(Lecture lecture)
    {
        await lecture.AskToPublishAsync();
        await lecture.AssertPublishedOnceAsync();
        await lecture.AskToDeleteAsync();
        await campus.Doors.LaterAsync("PT1M");
        await lecture.AssertDeletedAsync();
    }

    private static async Task<JsonElement> PartAsync(Lecture lecture, string kind) =>
        (await lecture.RecordingAsync())!
            .Value.GetProperty("parts")
            .EnumerateArray()
            .First(part => part.GetProperty("kind").GetString() == kind);

    private static async Task<string> HashAsync(string path)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, TestContext.Current.CancellationToken));
    }
}
