using Microsoft.EntityFrameworkCore;
using RecordingBot.Meetings;
using RecordingBot.Tests.Channels;

namespace RecordingBot.Tests.Notices;

/// <summary>"Announce" in the chat.</summary>
public sealed class AnnounceTalkTests : TeacherTalks
{
    [Theory]
    [InlineData("announce")]
    [InlineData("Anslå i kursen")]
    public async Task Announce_OfTheOnlyLecture_IsTaken(string words)
    {
        var meeting = await DecidedAsync("The only");

        await Teacher.SayAsync(words);

        Assert.Contains("It is announced in the course that The only", Teacher.Heard, StringComparison.Ordinal);
        Assert.True(await WantedAsync(meeting));
    }

    [Fact]
    public async Task Announce_OfSeveral_AsksWhich()
    {
        var (first, second) = (await DecidedAsync("One", days: 1), await DecidedAsync("Two", days: 2));

        await Teacher.SayAsync("announce");
        Assert.Contains("2. Two", Teacher.Heard, StringComparison.Ordinal);
        await Teacher.SayAsync("2");

        Assert.Equal((false, true), (await WantedAsync(first), await WantedAsync(second)));
        await Teacher.SayAsync("announce");
        Assert.True(await WantedAsync(first));
        await Teacher.SayAsync("announce");
        Assert.StartsWith("None of your coming lectures", Teacher.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decision_ThatApproves_OffersIt()
    {
        var course = await House.NewCourseAsync();
        var meeting = await House.PlanAsync("Offered", course);
        await Teacher.SayAsync("record");
        await Teacher.SayAsync(meeting.Topic);
        await Teacher.AnswerAsync(LegalBases.InterviewTests.English);
        await Teacher.SayAsync("decide");

        Assert.Contains("Announce in the course", Teacher.Buttons);
    }

    private Task<bool> WantedAsync(MeetingRow meeting) =>
        House.ReadAsync(registry => registry.Announcements.AnyAsync(row => row.MeetingId == meeting.Id && row.Wanted, Ct));
}
