using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;
using RecordingBot.Tests.Decisions;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Channels;

/// <summary>What can be done in the chat with recordings that are there.</summary>
public sealed class RecordingTalksTests : IAsyncLifetime
{
    private readonly BotHouse house = new();
    private Talker teacher = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await house.InitializeAsync();
        teacher = await house.TalkerAsync("teacher");
        await teacher.SayAsync("english");
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task Publish_ARegisteredRecording_IsWantedInItsCourse()
    {
        var id = await RegisteredAsync("To publish");

        await teacher.SayAsync("publicera");
        Assert.Contains("1. To publish", teacher.Heard, StringComparison.Ordinal);
        await teacher.SayAsync("1");

        Assert.Contains("is now put into the course", teacher.Heard, StringComparison.Ordinal);
        Assert.True(
            await house.ReadAsync(registry =>
                registry.Recordings.Where(row => row.Id == id).Select(row => row.PublicationWanted).SingleAsync(Ct)
            )
        );
    }

    [Fact]
    public async Task FurtherCourse_AskedFor_IsShownThereTooWithItsReason()
    {
        var id = await RegisteredAsync("Given twice");

        await teacher.SayAsync("publish");
        await teacher.SayAsync("1");
        Assert.Contains("Another course", teacher.Buttons);
        await teacher.SayAsync("another course");
        Assert.Contains("FMSF80 Mathematical Statistics", teacher.Heard, StringComparison.Ordinal);
        Assert.DoesNotContain("University Physics", teacher.Heard, StringComparison.Ordinal);
        await teacher.SayAsync("statistics");
        Assert.StartsWith("Why there, too?", teacher.Heard, StringComparison.Ordinal);
        await teacher.SayAsync("på svenska");
        Assert.Contains("Varför även där?", teacher.Heard, StringComparison.Ordinal);
        await teacher.SayAsync("The lecture is given in both");

        Assert.Contains("Den läggs nu även i den kursen", teacher.Heard, StringComparison.Ordinal);
        var further = await house.ReadAsync(registry => registry.Recordings.SingleAsync(row => row.SourceId == id, Ct));
        Assert.Equal(("102", true), (further.CourseId, further.PublicationWanted));
        var audit = await house.ReadAsync(registry => registry.Audit.SingleAsync(row => row.Action == "publication.further", Ct));
        Assert.StartsWith("said:sha256:", audit.Reason, StringComparison.Ordinal);
        var said = await house.ReadAsync(registry =>
            registry.AuditValues.SingleAsync(row => row.Sequence == audit.Sequence && row.Field == AuditField.Reason, Ct)
        );
        Assert.Equal("said:The lecture is given in both", said.Value);
    }

    [Fact]
    public async Task FurtherCourse_WithNothingToShow_SaysSo()
    {
        await teacher.SayAsync("another course");

        Assert.StartsWith("You have no recording that could be shown", teacher.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_WithNothingThere_SaysSo()
    {
        await teacher.SayAsync("publish");

        Assert.StartsWith("There is no recording to publish", teacher.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recordings_EachWithItsStateAndEnd_InTheirLanguage()
    {
        await RegisteredAsync("Listed");

        await teacher.SayAsync("recordings");
        Assert.Contains("Listed (registered)", teacher.Heard, StringComparison.Ordinal);
        await teacher.SayAsync("svenska");
        await teacher.SayAsync("inspelningar");

        Assert.Contains("Listed (registrerad)", teacher.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unexplained_Delete_AsksOnceMoreAndDeletes()
    {
        var id = await Unexplained.AddAsync(house, null, (await house.PersonAsync("teacher")).Id, "Nobody knew");

        await teacher.SayAsync("tasks");
        Assert.Equal(["Justify", "Delete"], teacher.Buttons);
        await teacher.SayAsync("delete");
        Assert.Equal("confirm", teacher.Asked);
        Assert.Null(await AskedAtAsync(id));
        await teacher.SayAsync("ja");

        Assert.StartsWith("The recording is now being deleted", teacher.Heard, StringComparison.Ordinal);
        Assert.NotNull(await AskedAtAsync(id));
    }

    [Fact]
    public async Task Unexplained_DeleteConfirmedTooLate_AsksAgain()
    {
        var id = await Unexplained.AddAsync(house, null, (await house.PersonAsync("teacher")).Id, "Too late");

        await teacher.SayAsync("delete");
        house.Clock.SetTo(house.Clock.GetUtcNow().AddMinutes(11));
        await teacher.SayAsync("yes");

        Assert.StartsWith("More than ten minutes", teacher.Heard, StringComparison.Ordinal);
        Assert.Null(await AskedAtAsync(id));
        await teacher.SayAsync("yes");
        Assert.NotNull(await AskedAtAsync(id));
    }

    [Fact]
    public async Task Unexplained_DeleteAndNo_KeepsIt()
    {
        var id = await Unexplained.AddAsync(house, null, (await house.PersonAsync("teacher")).Id, "Kept");

        await teacher.SayAsync("delete");
        await teacher.SayAsync("no");

        Assert.StartsWith("The recording is kept", teacher.Heard, StringComparison.Ordinal);
        Assert.Null(await AskedAtAsync(id));
    }

    [Fact]
    public async Task Unexplained_Justify_StartsTheInterviewForItsMeeting()
    {
        var meeting = await house.PlanAsync("To justify", "101");
        await Unexplained.AddAsync(house, meeting.Id, meeting.HostPersonId, "To justify");
        await Unexplained.AddAsync(house, null, meeting.HostPersonId, "Another one");

        await teacher.SayAsync("justify");
        Assert.Equal("recording", teacher.Asked);
        await teacher.SayAsync("to justify");

        Assert.Equal("purpose.text", teacher.Asked);
    }

    [Fact]
    public async Task Unexplained_JustifyWithoutAMeeting_SaysWhatIsLeft()
    {
        await Unexplained.AddAsync(house, null, (await house.PersonAsync("teacher")).Id, "No meeting");

        await teacher.SayAsync("motivera");

        Assert.StartsWith("I find no meeting in Zoom that No meeting belongs to", teacher.Heard, StringComparison.Ordinal);
    }

    private async Task<Guid> RegisteredAsync(string topic)
    {
        var meeting = await house.PlanAsync(topic, "101");
        await house.DecideAsync(meeting.Id, Requests.Normal());
        return await house.ReadAsync(async registry =>
        {
            var recording = await registry.Recordings.SingleAsync(row => row.MeetingId == meeting.Id, Ct);
            recording.State = RecordingState.Registered;
            await registry.SaveChangesAsync(Ct);
            return recording.Id;
        });
    }

    private Task<DateTimeOffset?> AskedAtAsync(Guid id) =>
        house.ReadAsync(registry => registry.Recordings.Where(row => row.Id == id).Select(row => row.DeletionAskedAt).SingleAsync(Ct));
}
