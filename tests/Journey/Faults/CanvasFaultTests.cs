namespace Journey.Faults;

/// <summary>Canvas fails in the middle of a lecture's life: people are told once in plain words, and it ends as if nothing had happened.</summary>
public sealed class CanvasFaultTests(FaultCampus campus) : IClassFixture<FaultCampus>
{
    /// <summary>What publishing and deleting need of Canvas, besides the course itself.</summary>
    private const string FilesAndModules = "/(files|folders|modules)|^/upload";

    public static TheoryData<string> Lasting =>
        ["status-500", "html-503", "html-200", "throttle-403", "throttle-429", "token-expired", "reset", "slow", "slow-drip", "quota-full"];

    [Theory]
    [MemberData(nameof(Lasting))]
    public async Task Lecture_CanvasFailsWhilePublishingAndWhileDeleting_IsPublishedOnceAndLeavesAReceiptForEachCopy(string fault)
    {
        var lecture = await Lecture.RecordedAsync(campus.Doors, campus.Recordings);
        await BreakAsync(fault);
        await lecture.AskToPublishAsync();
        await lecture.UntilOneTaskAsync(fault == "quota-full" ? "no-room" : "step-fails");
        Assert.Empty(await lecture.CanvasFilesAsync());

        await campus.MendAsync();
        // Room is looked for once a day, or at once where the teacher asks again.
        if (fault == "quota-full")
            await lecture.AskToPublishAsync();
        await lecture.AssertPublishedOnceAsync();

        await BreakAsync(fault);
        await lecture.AskToDeleteAsync();
        // A full course deletes as well as any other.
        if (fault != "quota-full")
            await lecture.UntilOneTaskAsync("step-fails");
        await campus.MendAsync();
        await lecture.AssertDeletedAsync();
    }

    [Fact]
    public async Task Lecture_CanvasStumblesOnceAtEachDoor_IsPublishedOnceWithoutAskingAnybody()
    {
        var lecture = await Lecture.RecordedAsync(campus.Doors, campus.Recordings);
        foreach (var door in new[] { "/folders", "/files/quota", "/create_success", "/modules$", "/api/v1/files/[0-9]+$" })
            await BreakAsync("throttle-429", door, times: 1);
        await lecture.AskToPublishAsync();

        await lecture.AssertPublishedOnceAsync();
        await lecture.AskToDeleteAsync();
        await lecture.AssertDeletedAsync();
    }

    private async Task BreakAsync(string fault, string path = FilesAndModules, int times = 100_000) =>
        await campus.Doors.CanvasSandboxAsync(
            "POST /faults",
            new
            {
                fault,
                path,
                times,
                seconds = 10,
            }
        );
}
