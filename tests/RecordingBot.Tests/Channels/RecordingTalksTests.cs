using Microsoft.EntityFrameworkCore;
using RecordingBot.Meetings;
using RecordingBot.Registry;
using RecordingBot.Tests.Decisions;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Channels;

/// <summary>What can be done in the chat with recordings that are there.</summary>
public sealed class RecordingTalksTests : TeacherTalks
{
    [Fact]
    public async Task Publish_ARegisteredRecording_IsWantedInItsCourse()
    {
        var id = await RegisteredAsync("To publish");

        await Teacher.SayAsync("publicera");
        Assert.Contains("1. To publish", Teacher.Heard, StringComparison.Ordinal);
        await Teacher.SayAsync("1");

        Assert.Contains("is now put into the course", Teacher.Heard, StringComparison.Ordinal);
        Assert.True(
            await House.ReadAsync(registry =>
                registry.Recordings.Where(row => row.Id == id).Select(row => row.PublicationWanted).SingleAsync(Ct)
            )
        );
    }

    [Fact]
    public async Task FurtherCourse_AskedFor_IsShownThereTooWithItsReason()
    {
        var id = await RegisteredAsync("Given twice");

        await Teacher.SayAsync("publish");
        await Teacher.SayAsync("1");
        Assert.Contains("Another course", Teacher.Buttons);
        await Teacher.SayAsync("another course");
        Assert.Contains("FMSF80 Mathematical Statistics", Teacher.Heard, StringComparison.Ordinal);
        Assert.DoesNotContain("University Physics", Teacher.Heard, StringComparison.Ordinal);
        await Teacher.SayAsync("statistics");
        Assert.StartsWith("Why there, too?", Teacher.Heard, StringComparison.Ordinal);
        await Teacher.SayAsync("på svenska");
        Assert.Contains("Varför även där?", Teacher.Heard, StringComparison.Ordinal);
        await Teacher.SayAsync("The lecture is given in both");

        Assert.Contains("Den läggs nu även i den kursen", Teacher.Heard, StringComparison.Ordinal);
        var further = await House.ReadAsync(registry => registry.Recordings.SingleAsync(row => row.SourceId == id, Ct));
        Assert.Equal(("102", true), (further.CourseId, further.PublicationWanted));
        var audit = await House.ReadAsync(registry => registry.Audit.SingleAsync(row => row.Action == "publication.further", Ct));
        Assert.StartsWith("said:sha256:", audit.Reason, StringComparison.Ordinal);
        var said = await House.ReadAsync(registry =>
            registry.AuditValues.SingleAsync(row => row.Sequence == audit.Sequence && row.Field == AuditField.Reason, Ct)
        );
        Assert.Equal("said:The lecture is given in both", said.Value);
    }

    [Fact]
    public async Task FurtherCourse_WithNothingToShow_SaysSo()
    {
        await Teacher.SayAsync("another course");

        Assert.StartsWith("You have no recording that could be shown", Teacher.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_WithNothingThere_SaysSo()
    {
        await Teacher.SayAsync("publish");

        Assert.StartsWith("There is no recording to publish", Teacher.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recordings_EachWithItsStateAndEnd_InTheirLanguage()
    {
        await RegisteredAsync("Listed");

        await Teacher.SayAsync("recordings");
        Assert.Contains("Listed (registered)", Teacher.Heard, StringComparison.Ordinal);
        await Teacher.SayAsync("svenska");
        await Teacher.SayAsync("inspelningar");

        Assert.Contains("Listed (registrerad)", Teacher.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unexplained_Delete_AsksOnceMoreAndDeletes()
    {
        var id = await Unexplained.AddAsync(House, null, (await House.PersonAsync("teacher")).Id, "Nobody knew");

        await Teacher.SayAsync("tasks");
        Assert.Equal(["Justify", "Delete"], Teacher.Buttons);
        await Teacher.SayAsync("delete");
        Assert.Equal("confirm", Teacher.Asked);
        Assert.Null(await AskedAtAsync(id));
        await Teacher.SayAsync("ja");

        Assert.StartsWith("The recording is now being deleted", Teacher.Heard, StringComparison.Ordinal);
        Assert.NotNull(await AskedAtAsync(id));
    }

    [Fact]
    public async Task Unexplained_DeleteConfirmedTooLate_AsksAgain()
    {
        var id = await Unexplained.AddAsync(House, null, (await House.PersonAsync("teacher")).Id, "Too late");

        await Teacher.SayAsync("delete");
        House.Clock.SetTo(House.Clock.GetUtcNow().AddMinutes(11));
        await Teacher.SayAsync("yes");

        Assert.StartsWith("More than ten minutes", Teacher.Heard, StringComparison.Ordinal);
        Assert.Null(await AskedAtAsync(id));
        await Teacher.SayAsync("yes");
        Assert.NotNull(await AskedAtAsync(id));
    }

    [Fact]
    public async Task Unexplained_DeleteAndNo_KeepsIt()
    {
        var id = await Unexplained.AddAsync(House, null, (await House.PersonAsync("teacher")).Id, "Kept");

        await Teacher.SayAsync("delete");
        await Teacher.SayAsync("no");

        Assert.StartsWith("The recording is kept", Teacher.Heard, StringComparison.Ordinal);
        Assert.Null(await AskedAtAsync(id));
    }

    [Fact]
    public async Task Unexplained_Justify_StartsTheInterviewForItsMeeting()
    {
        var meeting = await House.PlanAsync("To justify", "101");
        await Unexplained.AddAsync(House, meeting.Id, meeting.HostPersonId, "To justify");
        await Unexplained.AddAsync(House, null, meeting.HostPersonId, "Another one");

        await Teacher.SayAsync("justify");
        Assert.Equal("recording", Teacher.Asked);
        await Teacher.SayAsync("to justify");

        Assert.Equal("purpose.text", Teacher.Asked);
    }

    [Fact]
    public async Task Unexplained_JustifyWithoutAMeeting_SaysWhatIsLeft()
    {
        await Unexplained.AddAsync(House, null, (await House.PersonAsync("teacher")).Id, "No meeting");

        await Teacher.SayAsync("motivera");

        Assert.StartsWith("I find no meeting in Zoom that No meeting belongs to", Teacher.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unexplained_OfAMeetingThatIsNotCertain_IsPlacedByItsRecorder()
    {
        var decided = await BegunAsync("Morning", "101");
        await House.DecideAsync(decided.Id, Requests.Normal());
        await BegunAsync("Evening", "101");
        var id = await Unexplained.AddAsync(House, null, decided.HostPersonId, "Which", "2026-09-01 10.00.00 Which");

        await Teacher.SayAsync("justify");
        Assert.Equal("meeting", Teacher.Asked);
        Assert.Equal(3, Teacher.Buttons.Count);
        await Teacher.SayAsync("noon");
        Assert.Equal("meeting", Teacher.Asked);
        await Teacher.SayAsync("morning");

        Assert.StartsWith("Morning now rests on that meeting's decision", Teacher.Heard, StringComparison.Ordinal);
        Assert.Equal(
            (decided.Id, false),
            await House.ReadAsync(registry =>
                registry
                    .Recordings.Where(row => row.Id == id)
                    .Select(row => new ValueTuple<Guid?, bool>(row.MeetingId, row.Unexplained))
                    .SingleAsync(Ct)
            )
        );
    }

    [Fact]
    public async Task Unexplained_OfAnUndecidedMeeting_IsPlacedAndAskedAbout()
    {
        var undecided = await BegunAsync("Undecided", "101");
        await Unexplained.AddAsync(House, null, undecided.HostPersonId, "Which", "2026-09-01 10.00.00 Which");

        await Teacher.SayAsync("justify");
        await Teacher.SayAsync("1");

        Assert.Equal("purpose.text", Teacher.Asked);
    }

    [Fact]
    public async Task Unexplained_OfAColleaguesMeeting_IsKeptThereAndTheColleagueIsAsked()
    {
        await BegunAsync("Which", "101", host: "teacher-2");
        var teacher = await House.PersonAsync("teacher");
        await Unexplained.AddAsync(House, null, teacher.Id, "Which", "2026-09-01 10.00.00 Which");

        await Teacher.SayAsync("justify");
        await Teacher.SayAsync("1");
        Assert.Contains("whose host answers for it", Teacher.Heard, StringComparison.Ordinal);
        await Teacher.SayAsync("justify");
        Assert.StartsWith("No recording waits", Teacher.Heard, StringComparison.Ordinal);

        var colleague = await House.TalkerAsync("teacher-2");
        await colleague.SayAsync("justify");
        Assert.Equal("purpose.text", colleague.Asked);
    }

    [Fact]
    public async Task Unexplained_OfNoneOfTheMeetings_SaysWhatIsLeft()
    {
        var other = await BegunAsync("Other", "101");
        await Unexplained.AddAsync(House, null, other.HostPersonId, "Which", "2026-09-01 10.00.00 Which");

        await Teacher.SayAsync("justify");
        await Teacher.SayAsync("none of these");

        Assert.StartsWith("I find no meeting in Zoom that Which belongs to", Teacher.Heard, StringComparison.Ordinal);
    }

    /// <summary>A meeting that runs.</summary>
    private async Task<MeetingRow> BegunAsync(string topic, string course, string host = "teacher")
    {
        var meeting = await House.PlanAsync(topic, course, host);
        return await House.ReadAsync(async registry =>
        {
            var row = await registry.Meetings.SingleAsync(row => row.Id == meeting.Id, Ct);
            row.StartedAt = House.Clock.GetUtcNow();
            await registry.SaveChangesAsync(Ct);
            return row;
        });
    }

    private async Task<Guid> RegisteredAsync(string topic)
    {
        var meeting = await House.PlanAsync(topic, "101");
        await House.DecideAsync(meeting.Id, Requests.Normal());
        return await House.ReadAsync(async registry =>
        {
            var recording = await registry.Recordings.SingleAsync(row => row.MeetingId == meeting.Id, Ct);
            recording.State = RecordingState.Registered;
            await registry.SaveChangesAsync(Ct);
            return recording.Id;
        });
    }

    private Task<DateTimeOffset?> AskedAtAsync(Guid id) =>
        House.ReadAsync(registry => registry.Recordings.Where(row => row.Id == id).Select(row => row.DeletionAskedAt).SingleAsync(Ct));
}
