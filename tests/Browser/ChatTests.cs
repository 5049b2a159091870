using Journey.Faults;
using Microsoft.Playwright;

namespace Browser;

/// <summary>The teacher in Web Chat (step 1 of the whole way).</summary>
public sealed class ChatTests(Stage stage)
{
    [Theory]
    [InlineData("sv", false)]
    [InlineData("en", true)]
    public async Task Teacher_AnswersByCards_GetsTheDecisionAndTheRight(string language, bool phone)
    {
        var lecture = await Lecture.PlanAsync(stage.Doors, stage.Recordings);
        await using var teacher = await stage.VisitorAsync("teacher", language, phone, dark: phone);
        var chat = new WebChat(teacher.Page);
        await chat.OpenAsync();
        await teacher.CheckAsync();

        await new Interviewee(chat, language).BeginAsync(lecture.Topic);
        await teacher.CheckAsync($"chat-form-{language}");
        var review = await new Interviewee(chat, language).AnswerAsync(lecture.Topic);
        await teacher.CheckAsync($"chat-review-{language}");
        await WebChat.PressAsync(review, Words.Chat("Decide", language));

        await chat.HearAsync(teacher.Say($"Beslut: {lecture.Topic} får spelas in", $"Decision: {lecture.Topic} may be recorded"));
        // What the bot says by itself comes into the open window, with its link as a button.
        var right = await chat.AskedAsync(Words.Chat("RightGiven", language));
        await right
            .GetByRole(AriaRole.Button, new() { Name = Words.Chat("Card_Open", language) })
            .Or(right.GetByRole(AriaRole.Link))
            .First.WaitForAsync();
        await teacher.CheckAsync($"chat-decision-{language}");
        Assert.Equal("websocket", await chat.OverAsync());
        await lecture.UntilRightAsync("given");
    }

    [Fact]
    public async Task Teacher_RefusedForTheBasis_TakesTheLawfulWayOut()
    {
        var lecture = await Lecture.PlanAsync(stage.Doors, stage.Recordings);
        await using var teacher = await stage.VisitorAsync("teacher", "en");
        var chat = new WebChat(teacher.Page);
        await chat.OpenAsync();

        var review = await new Interviewee(chat, "en").AnswerAsync(lecture.Topic, "legitimate-interests");
        await Assertions.Expect(review).ToContainTextAsync("[basis.allowed]");
        await WebChat.PressAsync(review, Words.Chat("Decide", "en"));
        await chat.HearAsync($"Decision: {lecture.Topic} may not be recorded");
        await teacher.CheckAsync("chat-refused");
        await WebChat.PressAsync(await chat.AskedAsync(Words.Chat("NextChange", "en")), Words.Chat("ShowAnswers", "en"));
        var again = await chat.AskedAsync(Words.Chat("Review", "en"));
        await again
            .GetByLabel(Words.Chat("Card_WhichToChange", "en"))
            .SelectOptionAsync(new SelectOptionValue { Label = Words.Chat("Label_legalBasis_kind", "en") });
        await WebChat.PressAsync(again, Words.Chat("Card_Change", "en"));
        var basis = await chat.AskedAsync(Words.Chat("Ask_legalBasis_kind", "en"));
        await basis.GetByLabel(Words.Chat("Choice_legalBasis_kind_public-interest", "en"), new() { Exact = true }).CheckAsync();
        await WebChat.PressAsync(basis, Words.Chat("Card_Answer", "en"));
        await WebChat.PressAsync(await chat.AskedAsync(Words.Chat("Review", "en")), Words.Chat("Decide", "en"));

        await chat.HearAsync($"Decision: {lecture.Topic} may be recorded");
        await lecture.UntilRightAsync("given");
    }

    [Fact]
    public async Task Chat_LanguageChangedInTheMiddle_AsksTheSameAgainInIt()
    {
        var lecture = await Lecture.PlanAsync(stage.Doors, stage.Recordings);
        await using var teacher = await stage.VisitorAsync("teacher", "en");
        var chat = new WebChat(teacher.Page);
        await chat.OpenAsync();
        await new Interviewee(chat, "en").BeginAsync(lecture.Topic);

        await teacher.Page.GetByRole(AriaRole.Button, new() { Name = "Svenska" }).ClickAsync();

        await chat.AskedAsync(Words.Chat("Form", "sv"));
        Assert.Equal("sv", await teacher.Page.Locator("html").GetAttributeAsync("lang"));
    }

    [Fact]
    public async Task Chat_InTwoWindows_ShowsTheSameTalk()
    {
        var lecture = await Lecture.PlanAsync(stage.Doors, stage.Recordings);
        await using var teacher = await stage.VisitorAsync("teacher", "en");
        var (here, there) = (new WebChat(teacher.Page), new WebChat(await teacher.OtherWindowAsync()));
        await here.OpenAsync();
        await there.OpenAsync();

        await new Interviewee(here, "en").BeginAsync(lecture.Topic);
        await WebChat.PressAsync(await there.AskedAsync(Words.Chat("Form", "en")), Words.Chat("OneByOne", "en"));
        await Assertions.Expect(there.Newest).Not.ToContainTextAsync(Words.Chat("Form", "en"));
        var card = await there.AskedAsync(Words.Chat("Ask_purpose_text", "en"));
        await card.GetByRole(AriaRole.Textbox).FillAsync("The students repeat the derivations.");
        await WebChat.PressAsync(card, Words.Chat("Card_Answer", "en"));

        await here.HearAsync("The students repeat the derivations.");
        await here.AskedAsync(Words.Chat("Ask_necessity_achievableWithout_teaching", "en"));
    }

    [Fact]
    public async Task Chat_WhereNoWebSocketGetsThrough_Polls()
    {
        await using var teacher = await stage.VisitorAsync("teacher-2", "en");
        await teacher.Page.AddInitScriptAsync("window.WebSocket = class { constructor() { throw new Error('refused'); } };");
        var chat = new WebChat(teacher.Page);
        await chat.OpenAsync();

        await chat.SayAsync("help");

        await chat.HearAsync(Words.Chat("Help", "en"));
        Assert.Equal("polling", await chat.OverAsync());
    }

    [Fact]
    public async Task Chat_WhenTheSignInHasEnded_SaysSoAndGoesOnAfterwards()
    {
        var lecture = await Lecture.PlanAsync(stage.Doors, stage.Recordings);
        await using var teacher = await stage.VisitorAsync("teacher", "en");
        var chat = new WebChat(teacher.Page);
        await chat.OpenAsync();
        await new Interviewee(chat, "en").BeginAsync(lecture.Topic);

        await stage.Doors.LaterAsync("PT9H");

        await teacher.Page.Locator("#trouble").GetByText(Words.Page("Chat_SignedOut", "en")).WaitForAsync(new() { Timeout = 60_000 });
        await teacher.PictureAsync("chat-signed-out");
        teacher.Forgive("403");
        teacher.Forgive("401");
        teacher.Forgive("WebSocket");
        await teacher.SignInAsync("teacher");
        await chat.OpenAsync();
        await chat.AskedAsync(Words.Chat("Form", "en"));
    }

    [Fact]
    public async Task PlainChat_WithoutScript_TalksToo()
    {
        await using var teacher = await stage.VisitorAsync("teacher-2", "sv", script: false);
        await teacher.Page.GotoAsync("/chat");
        await teacher.Page.GetByRole(AriaRole.Link, new() { Name = Words.Page("Chat_WithoutScript", "sv") }).First.ClickAsync();

        await teacher.Page.GetByRole(AriaRole.Textbox).FillAsync("hjälp");
        await teacher.Page.GetByRole(AriaRole.Button, new() { Name = Words.Page("Chat_Send", "sv") }).ClickAsync();

        await teacher.Page.GetByText(Words.Chat("Help", "sv")).Last.WaitForAsync();
    }
}
