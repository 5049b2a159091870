using Journey.Faults;
using Microsoft.Playwright;

namespace Browser;

/// <summary>A participant reads the notice on a phone (step 2 of the whole way).</summary>
public sealed class NoticeTests(Stage stage)
{
    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public async Task Notice_OnAPhone_TellsInTheReadersLanguage(string language)
    {
        var address = await NoticeAsync();
        await using var participant = await stage.VisitorAsync(account: null, language, phone: true);

        await participant.Page.GotoAsync(address);

        await participant.CheckAsync($"notice-phone-{language}");
        await participant.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
        var other = language == "sv" ? "en" : "sv";
        await participant.Page.GetByText(other == "sv" ? "Svenska" : "English").First.ClickAsync();
        Assert.Equal(other, await participant.Page.Locator("html").GetAttributeAsync("lang"));
    }

    [Fact]
    public async Task Notice_Printed_IsTheTextAlone()
    {
        var address = await NoticeAsync();
        await using var participant = await stage.VisitorAsync(account: null, "sv", phone: true);
        await participant.Page.GotoAsync(address);

        await participant.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.False(await participant.Page.Locator("header.bar").IsVisibleAsync());
        Assert.True(await participant.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).IsVisibleAsync());
        await participant.PictureAsync("notice-print");
    }

    [Fact]
    public async Task Notice_ThatNobodyPublished_SaysWhatToDo()
    {
        await using var participant = await stage.VisitorAsync(account: null, "en", phone: true);

        var answer = await participant.Page.GotoAsync("/n/" + new string('A', 43));

        Assert.Equal(404, answer!.Status);
        await participant.CheckAsync("not-found-phone");
        participant.Forgive("404");
    }

    private async Task<string> NoticeAsync()
    {
        var lecture = await Lecture.PlanAsync(stage.Doors, stage.Recordings);
        await lecture.DecideAsync();
        await lecture.UntilRightAsync("given");
        return (await lecture.MeetingAsync())!.Value.GetProperty("notice").GetProperty("url").GetString()!;
    }
}
