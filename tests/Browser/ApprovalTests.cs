using Journey.Faults;
using Microsoft.Playwright;

namespace Browser;

/// <summary>The approval is taken back on the meeting's page.</summary>
public sealed class ApprovalTests(Stage stage)
{
    [Theory]
    [InlineData("sv", true)]
    [InlineData("en", false)]
    public async Task Approval_OnTheMeetingsPage_IsWithdrawnOnceItIsSaidWhy(string language, bool phone)
    {
        var lecture = await Lecture.PlanAsync(stage.Doors, stage.Recordings);
        await lecture.DecideAsync();
        await lecture.UntilRightAsync("given");
        var meeting = (await lecture.MeetingAsync())!.Value.GetProperty("id").GetString();
        await using var teacher = await stage.VisitorAsync("teacher", language, phone);
        await teacher.GoAsync($"/meetings/{meeting}");

        await teacher.Page.Locator("summary", new() { HasText = Words.Page("Withdraw_Approval", language) }).ClickAsync();
        await teacher.Page.GetByLabel(Words.Page("Withdraw_ApprovalWhy", language)).FillAsync("guest@campus.example.edu");
        await WithdrawAsync(teacher, language);
        await teacher.Page.GetByRole(AriaRole.Alert).WaitForAsync();
        await teacher.CheckAsync($"withdraw-{language}");
        await teacher.Page.GetByLabel(Words.Page("Withdraw_ApprovalWhy", language)).FillAsync("It is not needed any more.");
        await WithdrawAsync(teacher, language);

        await teacher.Page.GetByText(Words.Page("Meeting_NoDecision", language)).First.WaitForAsync();
        await teacher.CheckAsync();
        await lecture.UntilRightAsync("taken");
    }

    private static Task WithdrawAsync(Visitor teacher, string language) =>
        teacher.Page.GetByRole(AriaRole.Button, new() { Name = Words.Page("Withdraw_Approval", language), Exact = true }).ClickAsync();
}
