using System.Buffers.Binary;
using Journey.Faults;

namespace Journey;

/// <summary>
/// The bot is killed without warning in the middle of the steps of one lecture's life, each held open by a slow peer or a large file, and started
/// again: the life ends as if nothing had happened.
/// </summary>
public sealed class KillTests : IAsyncLifetime
{
    /// <summary>Long enough to be met while it is being hashed.</summary>
    private const int LargeBox = 2_000_000_000;

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);

    private CampusProcess? campus;
    private BotProcess? bot;
    private Doors? doors;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private BotProcess Bot => bot!;

    private Doors Doors => doors!;

    public async ValueTask InitializeAsync()
    {
        campus = await CampusProcess.StartAsync("kill-campus", Ct, "--only", "canvas,zoom");
        bot = new(campus, "kill-bot");
        doors = new(bot.Address, campus.Canvas!, campus.Zoom!, campus.Control!);
        await bot.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        doors?.Dispose();
        if (bot is not null)
            await bot.DisposeAsync();
        if (campus is not null)
            await campus.DisposeAsync();
    }

    [Fact]
    public async Task Lecture_BotKilledInTheMiddleOfItsSteps_LivesAsIfNothingHadHappened()
    {
        var lecture = await Lecture.PlanAsync(Doors, Path.Combine(campus!.Folder, "zoom-recordings"));
        await HoldAsync(lecture);
        await RegisterAsync(lecture);
        await PublishAsync(lecture);
        await WarnAsync(lecture);
        await DeleteAsync(lecture);

        Assert.InRange(await lecture.PostedAsync(), 1, 3);
        Assert.False(await Doors.MayRecordAsync());
        Assert.Single(await lecture.CanvasFilesAsync("deleted"));
    }

    /// <summary>Giving the right, posting the notice, taking the right: Zoom has done it, and the bot dies before it is told.</summary>
    private async Task HoldAsync(Lecture lecture)
    {
        await SlowZoomAsync();
        await lecture.DecideAsync();
        await KilledAsync();
        await lecture.UntilRightAsync("given");

        await SlowZoomAsync();
        await lecture.InZoom.BeginAsync();
        await KilledAsync();
        await lecture.UntilPostedAsync();

        // What the guest's coming asks for is done before the end.
        await Doors.LaterAsync("PT10M");
        await SlowZoomAsync();
        await lecture.InZoom.EndAsync();
        Enlarge(lecture.InZoom.OnDisk(".m4a"));
        await KilledAsync();
        await lecture.UntilRightAsync("taken");
    }

    /// <summary>Hashing a large file.</summary>
    private async Task RegisterAsync(Lecture lecture)
    {
        var later = Doors.LaterAsync("PT3M");
        await KilledReadingAsync(lecture.InZoom.OnDisk(".m4a"));
        await later;
        await lecture.UntilRegisteredAsync();
    }

    /// <summary>Sending the file; the file is in Canvas and nobody knows; the module's item likewise; and between that and the unlocking.</summary>
    private async Task PublishAsync(Lecture lecture)
    {
        await SlowCanvasAsync("slow", "POST", "^/upload/");
        await lecture.AskToPublishAsync();
        await KilledAsync(("slow-drip", "GET", "/create_success"));
        await KilledAsync(("slow-drip", "POST", "/modules/[0-9]+/items$"));
        await KilledAsync(("slow", "PUT", "/modules/[0-9]+/items/[0-9]+$"));
        await KilledAsync();
        await lecture.AssertPublishedOnceAsync();
    }

    /// <summary>Warning, before each of the pack's moments.</summary>
    private async Task WarnAsync(Lecture lecture)
    {
        foreach (var (before, count) in new[] { (29.0, 1), (6.0, 2), (0.5, 3) })
        {
            // Whom to warn is asked just then, and of nobody else.
            await SlowCanvasAsync("slow", "GET", $"/courses/{lecture.Course}/enrollments$");
            var moved = Doors.MoveToAsync(lecture.ClosesAt.AddDays(-before));
            await KilledAsync();
            await moved;
            await Doors.LaterAsync("PT1M");
            Assert.Equal(count, await WarnedAsync(lecture));
        }
    }

    /// <summary>Ordering the deletion; Canvas's file is gone and nobody knows; and while the disk's large file is looked at.</summary>
    private async Task DeleteAsync(Lecture lecture)
    {
        await SlowCanvasAsync("slow", "GET", $"/courses/{lecture.Course}$");
        var closed = Doors.MoveToAsync(lecture.ClosesAt.AddMinutes(1));
        await UntilStepAsync(lecture, "order-deletion");
        await Bot.KillAsync();
        await closed;
        await SlowCanvasAsync("slow-drip", "DELETE", "/files/[0-9]+$");
        await KilledInEitherPlaceAsync(lecture.InZoom.OnDisk(".m4a"));
        await Doors.LaterAsync("PT1M");
        await lecture.AssertDeletedAsync();
    }

    /// <summary>At how many moments people were warned; and nobody twice at one.</summary>
    private static async Task<int> WarnedAsync(Lecture lecture)
    {
        var warnings = (await lecture.RecordingAsync())!.Value.GetProperty("warnings").EnumerateArray().ToList();
        Assert.All(warnings, warning => Assert.NotEqual(System.Text.Json.JsonValueKind.Null, warning.GetProperty("acceptedAt").ValueKind));
        return warnings.Count;
    }

    /// <summary>Waits until the call that is held open is this step's: the course is read by others too.</summary>
    private async Task UntilStepAsync(Lecture lecture, string step)
    {
        await Doors.UntilStruckAsync();
        while ((await lecture.RecordingAsync())!.Value.GetProperty("nextStep").GetProperty("step").GetString() != step)
        {
            await SlowCanvasAsync("slow", "GET", $"/courses/{lecture.Course}$");
            await Doors.UntilStruckAsync();
        }
    }

    /// <summary>Kills the bot in the call that the fault holds open, and starts it again; a next fault is there before the bot is.</summary>
    private async Task KilledAsync((string Fault, string Method, string Path)? next = null)
    {
        await Doors.UntilStruckAsync();
        // The peer has the call and, where its fault is of that kind, carries it out; its answer is seconds away.
        await Task.Delay(500, Ct);
        await Bot.KillAsync();
        if (next is { } fault)
            await SlowCanvasAsync(fault.Fault, fault.Method, fault.Path);
        await Bot.StartAsync();
    }

    /// <summary>Kills the bot while it reads a file: open twice in a row is more than a look at its header.</summary>
    private async Task KilledReadingAsync(string path)
    {
        await Doors.UntilAsync(
            "the bot to read the large file",
            async () =>
            {
                if (!Bot.Reads(path))
                    return false;
                await Task.Delay(50, Ct);
                return Bot.Reads(path);
            }
        );
        await Bot.KillAsync();
        await Bot.StartAsync();
    }

    /// <summary>Starts the bot and kills it, once in Canvas's deletion and once at the large file, whichever copy's turn is first; then starts it for good.</summary>
    private async Task KilledInEitherPlaceAsync(string path)
    {
        var (inCanvas, onDisk) = (false, false);
        while (!inCanvas || !onDisk)
        {
            // What was due is done before it is ready.
            Bot.Launch();
            var (canvasDone, diskDone) = (inCanvas, onDisk);
            // Asking Canvas takes its time on a busy machine; the file is looked at all the while.
            var struck = inCanvas ? Task.Delay(Timeout.Infinite, Ct) : Doors.UntilStruckAsync();
            await Doors.UntilAsync(
                "the bot to delete in the one place or the other",
                () =>
                {
                    (onDisk, inCanvas) = (diskDone || Bot.Reads(path), canvasDone || struck.IsCompletedSuccessfully);
                    return Task.FromResult(onDisk != diskDone || inCanvas != canvasDone);
                },
                Pace
            );
            await Task.Delay(100, Ct);
            await Bot.KillAsync();
        }
        await Bot.StartAsync();
    }

    private async Task SlowZoomAsync() => await Doors.ZoomSandboxAsync("POST /faults", new { fault = "api-slow", times = 1 });

    private async Task SlowCanvasAsync(string fault, string method, string path) =>
        await Doors.CanvasSandboxAsync(
            "POST /faults",
            new
            {
                fault,
                method,
                path,
                times = 1,
                seconds = 10,
            }
        );

    /// <summary>Appends a box that players skip; it takes no room on the disk, and as long to hash as if it did.</summary>
    private static void Enlarge(string path)
    {
        using var file = new FileStream(path, FileMode.Append);
        var head = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(head, LargeBox);
        "free"u8.CopyTo(head.AsSpan(4));
        file.Write(head);
        file.SetLength(file.Length + LargeBox - head.Length);
    }
}
