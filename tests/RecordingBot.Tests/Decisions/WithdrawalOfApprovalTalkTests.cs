using Microsoft.EntityFrameworkCore;
using RecordingBot.Meetings;
using RecordingBot.Tests.Channels;

namespace RecordingBot.Tests.Decisions;

/// <summary>"Withdraw the approval" in the chat.</summary>
public sealed class WithdrawalOfApprovalTalkTests : IAsyncLifetime
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
    [InlineData("withdraw the approval")]
    [InlineData("Dra tillbaka godkännandet")]
    public async Task Withdraw_OfTheOnlyMeeting_AsksWhyAndIsTaken(string words)
    {
        var meeting = await DecidedAsync("The only");

        await teacher.SayAsync(words);
        Assert.StartsWith("Why does the approval for The only", teacher.Heard, StringComparison.Ordinal);
        Assert.True(await StandsAsync(meeting));
        await teacher.SayAsync("It is not needed any more");

        Assert.StartsWith("The approval for The only", teacher.Heard, StringComparison.Ordinal);
        Assert.False(await StandsAsync(meeting));
        await teacher.SayAsync(words);
        Assert.StartsWith("None of your meetings", teacher.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdraw_OfSeveral_AsksWhichAndCanBeCalledOff()
    {
        var (first, second) = (await DecidedAsync("One", days: 1), await DecidedAsync("Two", days: 2));

        await teacher.SayAsync("withdraw approval");
        await teacher.SayAsync("2");
        await teacher.SayAsync("cancel");
        Assert.True(await StandsAsync(second));
        await teacher.SayAsync("withdraw approval");
        await teacher.SayAsync("Two");
        await teacher.SayAsync("The room has no microphone");

        Assert.Equal((true, false), (await StandsAsync(first), await StandsAsync(second)));
    }

    [Fact]
    public async Task Withdraw_ForAReasonThatTellsOfSomebody_IsAskedAgain()
    {
        var meeting = await DecidedAsync("The only");

        await teacher.SayAsync("withdraw approval");
        await teacher.SayAsync("guest@campus.example.edu does not want it");
        Assert.StartsWith("What you wrote holds", teacher.Heard, StringComparison.Ordinal);
        Assert.True(await StandsAsync(meeting));

        await teacher.SayAsync("A participant does not want it");
        Assert.False(await StandsAsync(meeting));
    }

    private async Task<MeetingRow> DecidedAsync(string topic, int days = 1)
    {
        var course = await house.NewCourseAsync();
        var meeting = await house.PlanAsync(topic, course, days: days);
        await house.DecideAsync(meeting.Id, Requests.Normal(course));
        return meeting;
    }

    private Task<bool> StandsAsync(MeetingRow meeting) =>
        house.ReadAsync(registry => registry.Meetings.AnyAsync(row => row.Id == meeting.Id && row.DecisionId != null, Ct));
}
