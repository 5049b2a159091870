using Microsoft.EntityFrameworkCore;
using RecordingBot.Meetings;
using RecordingBot.Tests.Channels;

namespace RecordingBot.Tests.Decisions;

/// <summary>"Withdraw the approval" in the chat.</summary>
public sealed class WithdrawalOfApprovalTalkTests : TeacherTalks
{
    [Theory]
    [InlineData("withdraw the approval")]
    [InlineData("Dra tillbaka godkännandet")]
    public async Task Withdraw_OfTheOnlyMeeting_AsksWhyAndIsTaken(string words)
    {
        var meeting = await DecidedAsync("The only");

        await Teacher.SayAsync(words);
        Assert.StartsWith("Why does the approval for The only", Teacher.Heard, StringComparison.Ordinal);
        Assert.True(await StandsAsync(meeting));
        await Teacher.SayAsync("It is not needed any more");

        Assert.StartsWith("The approval for The only", Teacher.Heard, StringComparison.Ordinal);
        Assert.False(await StandsAsync(meeting));
        await Teacher.SayAsync(words);
        Assert.StartsWith("None of your meetings", Teacher.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdraw_OfSeveral_AsksWhichAndCanBeCalledOff()
    {
        var (first, second) = (await DecidedAsync("One", days: 1), await DecidedAsync("Two", days: 2));

        await Teacher.SayAsync("withdraw approval");
        await Teacher.SayAsync("2");
        await Teacher.SayAsync("cancel");
        Assert.True(await StandsAsync(second));
        await Teacher.SayAsync("withdraw approval");
        await Teacher.SayAsync("Two");
        await Teacher.SayAsync("The room has no microphone");

        Assert.Equal((true, false), (await StandsAsync(first), await StandsAsync(second)));
    }

    [Fact]
    public async Task Withdraw_ForAReasonThatTellsOfSomebody_IsAskedAgain()
    {
        var meeting = await DecidedAsync("The only");

        await Teacher.SayAsync("withdraw approval");
        await Teacher.SayAsync("guest@campus.example.edu does not want it");
        Assert.StartsWith("What you wrote holds", Teacher.Heard, StringComparison.Ordinal);
        Assert.True(await StandsAsync(meeting));

        await Teacher.SayAsync("A participant does not want it");
        Assert.False(await StandsAsync(meeting));
    }

    private Task<bool> StandsAsync(MeetingRow meeting) =>
        House.ReadAsync(registry => registry.Meetings.AnyAsync(row => row.Id == meeting.Id && row.DecisionId != null, Ct));
}
