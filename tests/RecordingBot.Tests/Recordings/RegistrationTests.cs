using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Recordings;

/// <summary>What Zoom leaves on a computer is registered, and tied to its meeting's decision.</summary>
public sealed class RegistrationTests : CampusTests
{
    [Fact]
    public async Task Recording_OfADecidedLecture_IsRegisteredWithEveryPartAndItsHash()
    {
        var lecture = await Campus.DecidedAsync();
        var folder = await Campus.HoldAsync(lecture);
        await Campus.FindAsync();

        var recording = Assert.Single(await Campus.RecordingsAsync());
        var meeting = await Campus.MeetingAsync(lecture);
        Assert.Equal(
            (RecordingState.Registered, meeting.DecisionId, "101", folder),
            (recording.State, recording.DecisionId, recording.CourseId, recording.Folder)
        );
        Assert.False(recording.Unexplained);
        var files = Directory.GetFiles(Path.Combine(Campus.Recordings, folder));
        Assert.Equal(
            files.Select(file => (Path.GetFileName(file), Hash(file), new FileInfo(file).Length)).Order(),
            recording.Parts.Select(part => (part.Name, part.Sha256, part.Size)).Order()
        );
        Assert.Equal(["audio", "chat", "other", "video"], recording.Parts.Select(part => part.Kind).Order(StringComparer.Ordinal));
        Assert.All(
            recording.Parts,
            part => Assert.Equal((CopyPlace.RecorderComputer, CopyState.Present), (Assert.Single(part.Copies).Place, part.Copies[0].State))
        );
        Assert.NotNull(recording.Parts.Single(part => part.Kind == "video").Duration);
    }

    [Fact]
    public async Task Recording_WhileZoomConverts_IsNotYetRegistered()
    {
        var lecture = await Campus.DecidedAsync();
        await Campus.BeginAsync(lecture);
        (await Campus.Zoom.RecordAsync(lecture)).Must();
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(30));

        Assert.Equal(RecordingState.Expected, Assert.Single(await Campus.RecordingsAsync()).State);
    }

    [Fact]
    public async Task Folder_SeenByAnAgentThatForgotIt_IsTheSameRecording()
    {
        await Campus.RecordedAsync();
        var before = Assert.Single(await Campus.RecordingsAsync());

        await Campus.StopBotAsync();
        Scratch.Remove(Path.Combine(Campus.Data, "agent"));
        await Campus.StartBotAsync();
        await Campus.FindAsync();

        var after = Assert.Single(await Campus.RecordingsAsync());
        Assert.Equal(before.Id, after.Id);
        Assert.Equal(before.Parts.Select(part => part.Id).Order(), after.Parts.Select(part => part.Id).Order());
        Assert.Empty(await Campus.TasksAsync(TaskKind.Unexplained));
    }

    [Fact]
    public async Task Folder_WithAFileMoreLater_IsTheSameRecordingWithOnePartMore()
    {
        var id = await Campus.RecordedAsync();
        var before = await Campus.RecordingAsync(id);

        await File.WriteAllTextAsync(Path.Combine(Campus.Recordings, before.Folder!, "meeting_saved_closed_caption.txt"), "Hello", Ct);
        await Campus.FindAsync();

        var after = Assert.Single(await Campus.RecordingsAsync());
        Assert.Equal(before.Parts.Count + 1, after.Parts.Count);
        Assert.Contains(after.Parts, part => part.Kind == "captions");
    }

    [Fact]
    public async Task Folder_OfALectureThatEndedBeforeTheDecisionWasHeardOf_IsTiedByItsNumber()
    {
        var lecture = await Campus.DecidedAsync();
        await Campus.BeginAsync(lecture);
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(10));
        Campus.Leave(Campus.Now, "renamed on the disk", lecture.ZoomId);
        await Campus.FindAsync();

        var recording = Assert.Single(await Campus.RecordingsAsync());
        Assert.Equal((RecordingState.Registered, lecture.Topic, false), (recording.State, recording.Topic, recording.Unexplained));
    }

    [Fact]
    public async Task Folder_ThatFitsTwoMeetings_IsGuessedForNeither()
    {
        var first = await Campus.PlanAsync("Seminar");
        var second = await Campus.PlanAsync("Seminar");
        await Campus.DecideAsync(first);
        await Campus.DecideAsync(second);
        await Campus.BeginAsync(first);
        await Campus.BeginAsync(second);

        Campus.Leave(Campus.Now.AddMinutes(1), "Seminar");
        await Campus.FindAsync();

        var found = Assert.Single(await Campus.RecordingsAsync(), recording => recording.Folder is not null);
        Guid?[] candidates = [(await Campus.MeetingAsync(first)).Id, (await Campus.MeetingAsync(second)).Id];
        Assert.True(found.Unexplained);
        Assert.DoesNotContain(found.MeetingId, candidates);
        Assert.Null(found.DecisionId);
    }

    [Fact]
    public async Task Folder_ThatFitsAColleaguesMeetingToo_IsOfTheOneThatItsRecorderHeld()
    {
        var own = await Campus.PlanAsync("Seminar");
        var colleagues = await Campus.PlanAsync("Seminar", host: "teacher-2");
        await Campus.BeginAsync(colleagues);
        await Campus.BeginAsync(own);

        Campus.Leave(Campus.Now.AddMinutes(1), "Seminar");
        await Campus.FindAsync();

        Assert.Equal((await Campus.MeetingAsync(own)).Id, Assert.Single(await Campus.RecordingsAsync()).MeetingId);
    }

    [Fact]
    public async Task Recording_OfAMeetingHeldTwice_BelongsToTheInstanceThatRan()
    {
        var lecture = await Campus.PlanAsync("Twice");
        await Campus.BeginAsync(lecture);
        await Campus.EndAsync(lecture);
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(30));
        var second = await Campus.BeginAsync(lecture);

        Campus.Leave(Campus.Now, "Twice", lecture.ZoomId);
        await Campus.EndAsync(lecture);
        await Campus.FindAsync();

        var recording = Assert.Single(await Campus.RecordingsAsync());
        var meeting = await Campus.ReadAsync(registry => registry.Meetings.SingleAsync(row => row.Id == recording.MeetingId, Ct));
        Assert.Equal(second, meeting.ZoomUuid);
    }

    private static string Hash(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
}
