using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Recordings;

/// <summary>A folder that fits several meetings, or none for certain, is asked about: its recorder says which meeting it is of.</summary>
public sealed class PlacementTests : CampusTests
{
    [Fact]
    public async Task Folder_OfAnothersMeetingByTopicAlone_IsNotTakenForItButOffersIt()
    {
        var (meeting, id) = await FoundAsync(decided: true);

        var recording = await Campus.RecordingAsync(id);
        Assert.True(recording.Unexplained);
        Assert.NotEqual(meeting, recording.MeetingId);
        Assert.Equal(meeting, await OnlyCandidateAsync(id));
    }

    [Fact]
    public async Task Placed_WithADecidedMeeting_RestsOnItsDecisionAndNothingMoreIsExpected()
    {
        var (meeting, id) = await FoundAsync(decided: true);

        (await PlaceAsync(id, meeting)).Must();

        var recording = Assert.Single(await Campus.RecordingsAsync());
        Assert.Equal(
            (id, meeting, false, RecordingState.Registered),
            (recording.Id, recording.MeetingId, recording.Unexplained, recording.State)
        );
        Assert.NotNull(recording.DecisionId);
        Assert.Empty(await Campus.TasksAsync(TaskKind.Unexplained));
        Assert.Equal("justified", await Campus.ReadAsync(registry => registry.Incidents.Select(row => row.Reason).SingleAsync(Ct)));
        Assert.Contains(await Campus.ToldAsync("teacher-2"), text => text.Contains("Seminar", StringComparison.Ordinal));
        await Campus.AdvanceAsync(TimeSpan.FromDays(3));
        Assert.Empty(await Campus.TasksAsync(TaskKind.MissingFile));
        Assert.Equal(EndReason.CourseCloses, (await Campus.RecordingAsync(id)).EndReason);
    }

    [Fact]
    public async Task Placed_WithAColleaguesMeeting_IsTheirsToAnswerFor()
    {
        var (meeting, id) = await FoundAsync(decided: true);

        (await PlaceAsync(id, meeting)).Must();

        Assert.Equal((await Campus.MeetingAsync(lecture!)).HostPersonId, (await Campus.RecordingAsync(id)).RecorderId);
        (await Campus.Bot.DeleteAsync("teacher-2", $"/recordings/{id}")).Must();
        await Campus.SettleAsync();
        Assert.Equal(RecordingState.Deleted, (await Campus.RecordingAsync(id)).State);
    }

    [Fact]
    public async Task Placed_WithAnUndecidedMeeting_ItsHostIsAskedUntilTheyHaveDecided()
    {
        var (meeting, id) = await FoundAsync(decided: false);
        Assert.Single(await AskedAsync("teacher"));

        (await PlaceAsync(id, meeting)).Must();

        Assert.True((await Campus.RecordingAsync(id)).Unexplained);
        Assert.Empty(await AskedAsync("teacher"));
        Assert.Single(await AskedAsync("teacher-2"));
        Assert.Equal(1, await Campus.CountToldAsync("teacher-2", "RecordingPlacedUndecided"));

        Assert.Equal("approved", await Campus.DecideAsync(lecture!, account: "teacher-2"));

        Assert.False((await Campus.RecordingAsync(id)).Unexplained);
        Assert.Empty(await AskedAsync("teacher-2"));
    }

    [Fact]
    public async Task Placed_Twice_IsPlacedOnce()
    {
        var (meeting, id) = await FoundAsync(decided: true);

        (await PlaceAsync(id, meeting)).Must();
        (await PlaceAsync(id, meeting)).Must();

        Assert.Equal(1, await Campus.ReadAsync(registry => registry.Audit.CountAsync(row => row.Action == "recording.placed", Ct)));
    }

    [Fact]
    public async Task Placed_WhereItWasFoundForCertain_TellsNobody()
    {
        var id = await Campus.RecordedAsync();

        (await PlaceAsync(id, (await Campus.RecordingAsync(id)).MeetingId!.Value, "dpo")).Must();

        Assert.Equal(0, await Campus.CountToldAsync("teacher", "RecordingPlaced"));
        Assert.Equal(0, await Campus.ReadAsync(registry => registry.Audit.CountAsync(row => row.Action == "recording.placed", Ct)));
    }

    [Fact]
    public async Task Placed_WithAMeetingAtAnotherTime_IsRefusedByTheField()
    {
        var (_, id) = await FoundAsync(decided: true);
        var other = await Campus.DecidedAsync();

        var answer = await PlaceAsync(id, (await Campus.MeetingAsync(other)).Id);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.True((await Campus.RecordingAsync(id)).Unexplained);
    }

    [Fact]
    public async Task Placed_ByAnybodyElse_IsNotTheirs()
    {
        var (meeting, id) = await FoundAsync(decided: true);

        Assert.Equal(HttpStatusCode.Forbidden, (await PlaceAsync(id, meeting, "dpo")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PlaceAsync(id, meeting, "teacher-2")).Status);
        Assert.Empty((await Campus.Bot.GetAsync("dpo", $"/recordings/{id}/candidates")).Must().Json.EnumerateArray());
        Assert.True((await Campus.RecordingAsync(id)).Unexplained);
    }

    private Lecture? lecture;

    /// <summary>A colleague's seminar, and a folder of that topic and time, without a number, on the teacher's computer.</summary>
    private async Task<(Guid Meeting, Guid Recording)> FoundAsync(bool decided)
    {
        lecture = await Campus.PlanAsync("Seminar", host: "teacher-2");
        if (decided)
            await Campus.DecideAsync(lecture, account: "teacher-2");
        await Campus.BeginAsync(lecture);
        Campus.Leave(Campus.Now.AddMinutes(1), "Seminar");
        await Campus.FindAsync();
        await Campus.EndAsync(lecture);
        var found = Assert.Single(await Campus.RecordingsAsync(), recording => recording.Folder is not null);
        return ((await Campus.MeetingAsync(lecture)).Id, found.Id);
    }

    private async Task<Guid> OnlyCandidateAsync(Guid id) =>
        Assert
            .Single((await Campus.Bot.GetAsync("teacher", $"/recordings/{id}/candidates")).Must().Json.EnumerateArray())
            .GetProperty("meetingId")
            .GetGuid();

    /// <summary>What an account is asked to explain.</summary>
    private async Task<List<JsonElement>> AskedAsync(string account) =>
        [
            .. (await Campus.Bot.GetAsync(account, "/tasks"))
                .Must()
                .Items.Where(task => task.GetProperty("kind").GetString() == TaskKind.Unexplained),
        ];

    private Task<Answer> PlaceAsync(Guid id, Guid meetingId, string account = "teacher") =>
        Campus.Bot.PutAsync(account, $"/recordings/{id}/meeting", new { meetingId });
}
