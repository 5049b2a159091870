using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Publication;
using RecordingBot.Recordings;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Publication;

/// <summary>
/// The process dies after each call to Canvas and each save of publishing, taking back and removing, one after the other. Started again it ends in exactly
/// one file or none, and what is somebody else's is as it was.
/// </summary>
public sealed class KillTests : IAsyncLifetime
{
    /// <summary>More points than any of these has.</summary>
    private const int Most = 150;

    private readonly KillPoint kill = new();
    private readonly SmallCampus campus;
    private Lecture lecture = null!;
    private long intake;

    // More is removed here than anyone was warned of; that guard has tests of its own.
    public KillTests() => campus = new(kill.Into, "--Guards:UnforecastRemovals=1000");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await campus.InitializeAsync();
        kill.Canvas = campus.Canvas.Address;
        lecture = await campus.DecidedAsync("Before");
        await campus.HoldAsync(lecture);
        await campus.AdvanceAsync(TimeSpan.FromMinutes(2));
        // With it comes the folder that the others' files lie in.
        await PublishAsync(Assert.Single(await campus.RecordingsAsync()).Id);
        intake = long.Parse(
            (await campus.ReadAsync(registry => registry.CoursePlaces.AsNoTracking().SingleAsync(Ct))).IntakeFolderId!,
            CultureInfo.InvariantCulture
        );
    }

    public async ValueTask DisposeAsync()
    {
        await campus.DisposeAsync();
        kill.Dispose();
    }

    [Fact]
    public async Task Publishing_KilledAnywhere_EndsInOneFileAndOneItemAndLeavesOthersAlone()
    {
        List<long> others = [];
        await EachAsync(
            async at =>
            {
                var id = await RecordedAsync(at);
                others.Add(await campus.Canvas.AddFileAsync(await NameAsync(id), intake));
                return id;
            },
            campus.AskToPublishAsync,
            RecordingState.Published,
            async _ =>
            {
                var there = await campus.Canvas.AvailableAsync();
                var foreign = there.Where(file => others.Contains(file.Id)).ToList();
                Assert.Equal(others, foreign.Select(file => file.Id).Order());
                Assert.All(foreign, file => Assert.Equal((intake, false), (file.FolderId, file.Locked)));
                Assert.Equal(others.Count + 1, there.Length - foreign.Count);
                Assert.Equal(others.Count + 1, (await campus.Canvas.ModuleItemsAsync()).Length);
                Assert.Single(await campus.Canvas.InboxAsync("course-admin"));
            }
        );

        Assert.Contains(kill.Struck, point => point.EndsWith("/create_success", StringComparison.Ordinal));
        Assert.Contains(kill.Struck, point => point.StartsWith("POST /upload/", StringComparison.Ordinal));
        Assert.Contains(kill.Struck, point => point.EndsWith("/items", StringComparison.Ordinal));
        Assert.Contains("save", kill.Struck);
    }

    [Fact]
    public async Task TakingBack_KilledAnywhere_EndsLockedAndWithoutItem()
    {
        await EachAsync(
            PublishedAsync,
            async id => (await campus.Bot.DeleteAsync("teacher", $"/recordings/{id}/publication")).Must(),
            RecordingState.Unpublished,
            async recording =>
            {
                var file = (await campus.Canvas.AvailableAsync()).Single(one =>
                    one.Id.ToString(null, CultureInfo.InvariantCulture) == recording.CanvasFileId
                );
                Assert.True(file.Locked);
                Assert.Single(await campus.Canvas.ModuleItemsAsync());
            }
        );

        Assert.Contains(kill.Struck, point => point.StartsWith("PUT /api/v1/files/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Removing_KilledAnywhere_EndsInNoneWithAReceiptForEach()
    {
        await EachAsync(
            PublishedAsync,
            async id => (await campus.Bot.DeleteAsync("teacher", $"/recordings/{id}")).Must(),
            RecordingState.Deleted,
            async recording =>
            {
                Assert.Equal(recording.Parts.Sum(part => part.Copies.Count), recording.Receipts.Count);
                Assert.Single(await campus.Canvas.AvailableAsync());
            },
            // Canvas goes first; what follows is the computer's.
            async id =>
                (await campus.RecordingAsync(id)).Receipts.Count > 0
        );

        Assert.Contains(kill.Struck, point => point.StartsWith("DELETE /api/v1/files/", StringComparison.Ordinal));
    }

    /// <summary>The negative control: where what was left can't be known for ours any more, there are two, and these tests would see it.</summary>
    [Fact]
    public async Task LeftOver_ThatNobodyCanKnow_IsSeenAsASecondFile()
    {
        var id = await RecordedAsync(1);
        await campus.AskToPublishAsync(id);
        await KilledAfterAsync("/create_success");
        var left = (await campus.Canvas.AvailableAsync()).Single(file => file.FolderId == intake);
        await campus.Canvas.RenameFileAsync(left.Id, "renamed.mp4");

        await campus.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(3, (await campus.Canvas.AvailableAsync()).Length);
    }

    /// <summary>What ended when nobody waited for it any more goes with the recording, though no copy was ever noted.</summary>
    [Fact]
    public async Task LeftOver_OfARecordingThatIsDeleted_GoesWithItAndOthersStay()
    {
        var id = await RecordedAsync(1);
        var foreign = await campus.Canvas.AddFileAsync(await NameAsync(id), intake);
        await campus.AskToPublishAsync(id);
        await KilledAfterAsync("/create_success");
        Assert.Equal(3, (await campus.Canvas.AvailableAsync()).Length);

        (await campus.Bot.DeleteAsync("teacher", $"/recordings/{id}")).Must();
        await campus.SettleAsync();

        Assert.Equal(RecordingState.Deleted, (await campus.RecordingAsync(id)).State);
        var there = await campus.Canvas.AvailableAsync();
        Assert.Equal(2, there.Length);
        Assert.Contains(there, file => file.Id == foreign);
    }

    /// <summary>Does it again and again, and dies one point later each time, until it comes through.</summary>
    private async Task EachAsync(
        Func<int, Task<Guid>> prepare,
        Func<Guid, Task> ask,
        RecordingState end,
        Func<RecordingRow, Task> check,
        Func<Guid, Task<bool>>? isPast = null
    )
    {
        for (var at = 1; at < Most; at++)
        {
            var id = await prepare(at);
            await ask(id);
            var died = await DiesAsync(kill.Arm(at)) && (isPast is null || !await isPast(id));
            await campus.SettleAsync();
            // A report whose waking was lost is looked for after five.
            if ((await campus.RecordingAsync(id)).State != end)
                await campus.AdvanceAsync(TimeSpan.FromMinutes(6));
            var recording = await campus.RecordingAsync(id);
            Assert.Equal(end, recording.State);
            await check(recording);
            if (!died)
                return;
        }
        Assert.Fail("It never came through.");
    }

    /// <summary>Another session of the same lecture, which stands under the same decision.</summary>
    private async Task<Guid> RecordedAsync(int at)
    {
        var folder = campus.Leave(lecture.StartsAt.AddSeconds(at), lecture.Topic, lecture.ZoomId);
        await campus.FindAsync();
        return (await campus.RecordingsAsync()).Single(row => row.Folder == folder).Id;
    }

    private async Task<Guid> PublishedAsync(int at)
    {
        var id = await RecordedAsync(at);
        await PublishAsync(id);
        return id;
    }

    private async Task PublishAsync(Guid id)
    {
        await campus.AskToPublishAsync(id);
        await campus.SettleAsync();
        // A report whose waking was lost is looked for after five.
        if ((await campus.RecordingAsync(id)).State is not RecordingState.Published)
            await campus.AdvanceAsync(TimeSpan.FromMinutes(6));
    }

    private async Task KilledAfterAsync(string path) => Assert.True(await DiesAsync(kill.ArmAfter(path)));

    /// <summary>Lets everything happen, dies at a point, and is started again.</summary>
    private async Task<bool> DiesAsync(CancellationToken armed)
    {
        campus.Alive = armed;
        try
        {
            await campus.SettleAsync();
        }
        catch (OperationCanceledException) when (campus.Alive.IsCancellationRequested)
        {
            kill.Disarm();
            campus.Alive = CancellationToken.None;
            await campus.RestartBotAsync();
            return true;
        }
        kill.Disarm();
        campus.Alive = CancellationToken.None;
        return false;
    }

    private async Task<string> NameAsync(Guid id)
    {
        var recording = await campus.RecordingAsync(id);
        return campus
            .Services.GetRequiredService<CourseTexts>()
            .FileNameOf(recording, Path.GetExtension(recording.Parts.Single(part => part.Kind == "video").Name));
    }
}
