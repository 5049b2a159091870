using ZoomConnector.Errors;
using ZoomConnector.Meetings;
using ZoomConnector.Tests.Support;

namespace ZoomConnector.Tests.Meetings;

public sealed class ZoomMeetingsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_APlannedMeeting_TellsAllThatTheBotNeeds()
    {
        await using var zoom = await SimulatedZoom.StartAsync();
        var id = await zoom.PlanAsync();
        var meeting = await zoom.Client.Meetings.GetAsync(id, Stop);
        Assert.Equal(
            (id, "zoom-teacher", "FYSA12, föreläsning 3", MeetingStatus.Waiting),
            (meeting.Id, meeting.HostId, meeting.Topic, meeting.Status)
        );
        Assert.Equal((zoom.Clock.GetUtcNow(), TimeSpan.FromMinutes(105)), (meeting.StartsAt, meeting.Duration));
        Assert.Equal([new TrackingField("Canvas course", "101")], meeting.TrackingFields);
        Assert.NotNull(meeting.ChatChannelId);
        await zoom.StartMeetingAsync(id);
        Assert.Equal(MeetingStatus.Started, (await zoom.Client.Meetings.GetAsync(id, Stop)).Status);
    }

    [Fact]
    public async Task Get_AnUnknownMeeting_IsNotFound()
    {
        await using var zoom = await SimulatedZoom.StartAsync();
        var fault = await Assert.ThrowsAsync<ZoomException>(() => zoom.Client.Meetings.GetAsync(new MeetingId(81234567890), Stop));
        Assert.Equal((ZoomErrorKind.NotFound, 3001), (fault.Kind, fault.Code));
    }

    [Fact]
    public async Task ListForUser_Upcoming_LeavesOutWhatIsOverAndOthersMeetings()
    {
        await using var zoom = await SimulatedZoom.StartAsync();
        await zoom.PlanAsync("over");
        zoom.Clock.Advance(TimeSpan.FromHours(2));
        await zoom.PlanAsync("to come");
        await zoom.PlanAsync("another's", host: "teacher-2");
        var topics = new List<string>();
        await foreach (var meeting in zoom.Client.Meetings.ListForUserAsync("zoom-teacher", ct: Stop))
            topics.Add(meeting.Topic);
        Assert.Equal(["to come"], topics);
    }

    [Fact]
    public async Task GetPast_OfEachInstance_IsNullUntilItsEnd()
    {
        await using var zoom = await SimulatedZoom.StartAsync();
        var id = await zoom.PlanAsync();
        var uuids = new HashSet<MeetingUuid>();
        for (var time = 0; time < 5; time++)
        {
            var uuid = await zoom.StartMeetingAsync(id);
            Assert.True(uuids.Add(uuid));
            Assert.Null(await zoom.Client.Meetings.GetPastAsync(uuid, Stop));
            zoom.Clock.Advance(TimeSpan.FromMinutes(50));
            await zoom.PostAsync($"meetings/{id}/end");
            var past = await zoom.Client.Meetings.GetPastAsync(uuid, Stop);
            Assert.Equal((id, TimeSpan.FromMinutes(50)), (past!.Id, past.EndTime - past.StartTime));
        }

        Assert.Contains(uuids, uuid => uuid.Value.StartsWith('/'));
        Assert.Contains(uuids, uuid => uuid.Value.Contains("//", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("81234567890", true)]
    [InlineData("0", false)]
    [InlineData("-5", false)]
    [InlineData("812 345", false)]
    [InlineData("99999999999999999999", false)]
    [InlineData(null, false)]
    public void MeetingId_FromText_TakesDigitsOnly(string? text, bool readable) =>
        Assert.Equal(readable ? text : null, MeetingId.TryParse(text)?.ToString());

    [Fact]
    public void MeetingUuid_EmptyOrEndless_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new MeetingUuid(""));
        Assert.Throws<ArgumentException>(() => new MeetingUuid(new string('a', 256)));
    }
}
