using Microsoft.EntityFrameworkCore;
using RecordingBot.Meetings;
using RecordingBot.Tests.Channels;
using RecordingBot.Tests.Decisions;

namespace RecordingBot.Tests.Notices;

/// <summary>"Announce" in the chat.</summary>
public sealed class AnnounceTalkTests : IAsyncLifetime
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

    [Theory]
    [InlineData("announce")]
    [InlineData("Anslå i kursen")]
    public async Task Announce_OfTheOnlyLecture_IsTaken(string words)
    {
        var meeting = await DecidedAsync("The only");

        await teacher.SayAsync(words);

        Assert.Contains("It is announced in the course that The only", teacher.Heard, StringComparison.Ordinal);
        Assert.True(await WantedAsync(meeting));
    }

    [Fact]
    public async Task Announce_OfSeveral_AsksWhich()
    {
        var (first, second) = (await DecidedAsync("One", days: 1), await DecidedAsync("Two", days: 2));

        await teacher.SayAsync("announce");
        Assert.Contains("2. Two", teacher.Heard, StringComparison.Ordinal);
        await teacher.SayAsync("2");

        Assert.Equal((false, true), (await WantedAsync(first), await WantedAsync(second)));
        await teacher.SayAsync("announce");
        Assert.True(await WantedAsync(first));
        await teacher.SayAsync("announce");
        Assert.StartsWith("None of your coming lectures", teacher.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decision_ThatApproves_OffersIt()
    {
        var course = await house.NewCourseAsync();
        var meeting = await house.PlanAsync("Offered", course);
        await teacher.SayAsync("record");
        await teacher.SayAsync(meeting.Topic);
        await teacher.AnswerAsync(LegalBases.InterviewTests.English);
        await teacher.SayAsync("decide");

        Assert.Contains("Announce in the course", teacher.Buttons);
    }

    private async Task<MeetingRow> DecidedAsync(string topic, int days = 1)
    {
        var course = await house.NewCourseAsync();
        var meeting = await house.PlanAsync(topic, course, days: days);
        await house.DecideAsync(meeting.Id, Requests.Normal(course));
        return meeting;
    }

    private Task<bool> WantedAsync(MeetingRow meeting) =>
        house.ReadAsync(registry => registry.Announcements.AnyAsync(row => row.MeetingId == meeting.Id && row.Wanted, Ct));
}
