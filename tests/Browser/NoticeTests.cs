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

    /// <summary>Consent is given and taken back with a plain form: no script, no sign-in.</summary>
    [Theory]
    [InlineData("sv", true)]
    [InlineData("en", true)]
    [InlineData("sv", false)]
    [InlineData("en", false)]
    public async Task Consent_WithThePlainForm_IsGivenAndTakenBack(string language, bool phone)
    {
        var address = await ConsentNoticeAsync();
        var size = phone ? "phone" : "desktop";
        await using var participant = await stage.VisitorAsync(account: null, language, phone);
        await participant.Page.GotoAsync(address);
        await participant.CheckAsync($"consent-{size}-{language}");
        Assert.Equal(0, await participant.Page.Locator("input[type=radio]:checked").CountAsync());

        await participant.Page.GetByLabel(participant.Say("Ditt namn", "Your name")).FillAsync("Anna Berg");
        await participant.Page.GetByLabel(participant.Say("Ja, jag samtycker", "Yes, I consent")).CheckAsync();
        await participant
            .Page.GetByRole(AriaRole.Button, new() { Name = participant.Say("Skicka mitt svar", "Send my answer") })
            .ClickAsync();
        await participant.Page.GetByText(participant.Say("Du svarade ja", "You answered yes")).WaitForAsync();
        await participant.CheckAsync($"consent-{size}-{language}-given");
        await participant.Page.GetByRole(AriaRole.Button, new() { Name = participant.Say("Ta tillbaka", "Withdraw") }).ClickAsync();

        await participant.Page.GetByText(participant.Say("Du svarade nej", "You answered no")).WaitForAsync();
    }

    [Fact]
    public async Task Consent_WithoutScript_IsGiven()
    {
        var address = await ConsentNoticeAsync();
        await using var participant = await stage.VisitorAsync(account: null, "en", phone: true, script: false);
        await participant.Page.GotoAsync(address);

        await participant.Page.GetByLabel("Your name").FillAsync("Bo Ek");
        await participant.Page.GetByLabel("Yes, I consent").CheckAsync();
        await participant.Page.GetByRole(AriaRole.Button, new() { Name = "Send my answer" }).ClickAsync();

        await participant.Page.GetByText("You answered yes").WaitForAsync();
    }

    /// <summary>Where the bot can't write in the meeting's chat, the host pastes the text and says so on the meeting's page: with keys alone.</summary>
    [Theory]
    [InlineData("sv", true)]
    [InlineData("en", false)]
    public async Task Notice_WithoutAMeetingChat_IsPastedAndConfirmedByTheHost(string language, bool phone)
    {
        var lecture = await Lecture.PlanAsync(stage.Doors, stage.Recordings, chat: false);
        await DecideAsync(lecture, Requests.Consented(lecture.Course));
        await lecture.InZoom.MeetAsync();
        var meeting = (await lecture.MeetingAsync())!.Value.GetProperty("id").GetString();
        await using var host = await stage.VisitorAsync("teacher", language, phone);
        var label = host.Say("Text att klistra in", "Text to paste");
        for (var tries = 0; tries < 60 && await host.Page.GetByLabel(label).CountAsync() == 0; tries++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            await host.Page.GotoAsync($"/meetings/{meeting}");
        }
        await host.CheckAsync($"paste-{language}");
        Assert.Contains("/n/", await host.Page.GetByLabel(label).InputValueAsync(), StringComparison.Ordinal);

        await host.Page.GetByRole(AriaRole.Button, new() { Name = host.Say("Jag har klistrat in den", "I have pasted it") }).FocusAsync();
        await host.Page.Keyboard.PressAsync("Enter");

        await host.Page.GetByText(host.Say("Inklistrad av värden", "Pasted by the host")).WaitForAsync();
        await host.CheckAsync($"pasted-{language}");
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public async Task Notice_ThatChanged_SaysWhatFirst(string language)
    {
        var lecture = await Lecture.PlanAsync(stage.Doors, stage.Recordings);
        var address = await DecideAsync(lecture, Requests.Consented(lecture.Course));
        await DecideAsync(
            lecture,
            Requests.Consented(lecture.Course).Replace("mötet kan höra", "mötet kan höra och se", StringComparison.Ordinal),
            notHash: address.Sha256
        );
        await using var participant = await stage.VisitorAsync(account: null, language, phone: true);

        await participant.Page.GotoAsync(address.Url);

        await participant.CheckAsync($"notice-changed-{language}");
        Assert.Equal(
            participant.Say("Det här har ändrats", "This has changed"),
            await participant.Page.GetByRole(AriaRole.Heading, new() { Level = 2 }).First.TextContentAsync()
        );
        await participant.Page.GetByRole(AriaRole.Link, new() { Name = "Version 1" }).ClickAsync();
        await participant.CheckAsync($"notice-version-{language}");
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

    private async Task<string> ConsentNoticeAsync()
    {
        var lecture = await Lecture.PlanAsync(stage.Doors, stage.Recordings);
        return (await DecideAsync(lecture, Requests.Consented(lecture.Course))).Url;
    }

    /// <summary>Decides, and waits for the notice of it.</summary>
    private async Task<(string Url, string Sha256)> DecideAsync(Lecture lecture, string request, string? notHash = null)
    {
        await lecture.DecideAsync(request);
        (string Url, string Sha256) stands = default;
        await stage.Doors.UntilAsync(
            "the notice",
            async () =>
            {
                var notice = (await lecture.MeetingAsync())!.Value.GetProperty("notice");
                if (notice.ValueKind is System.Text.Json.JsonValueKind.Null)
                    return false;
                stands = (notice.GetProperty("url").GetString()!, notice.GetProperty("sha256").GetString()!);
                return stands.Sha256 != notHash;
            }
        );
        return stands;
    }

    private async Task<string> NoticeAsync()
    {
        var lecture = await Lecture.PlanAsync(stage.Doors, stage.Recordings);
        await lecture.DecideAsync();
        await lecture.UntilRightAsync("given");
        return (await lecture.MeetingAsync())!.Value.GetProperty("notice").GetProperty("url").GetString()!;
    }
}
