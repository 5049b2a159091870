using System.Text.Json;
using BotConnector.Activities;
using BotConnector.Cards;
using BotConnector.Tests.DirectLine;

namespace BotConnector.Tests.Cards;

public sealed class CardTests
{
    [Fact]
    public void Card_OnTheWire_IsAnAdaptiveCardOfVersion15()
    {
        var card = new AdaptiveCard([
            .. CardText.Lines("Two *plain*\nlines"),
            new ChoiceInput("Who?", [new("Students", "students")]) { IsMultiSelect = true, ErrorMessage = "Choose." },
            new CardActions([
                new SubmitButton("Yes", new("contains", 3, "yes")),
                new LinkButton("Open", new Uri("https://campus.example.edu/n/1")),
            ]),
        ])
        {
            Lang = "en",
        };

        Assert.Equal(
            """
            {"type":"AdaptiveCard","version":"1.5","body":[{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"Two *plain*"}]},
            {"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"lines"}],"spacing":"small"},
            {"type":"Input.ChoiceSet","choices":[{"title":"Students","value":"students"}],"isMultiSelect":true,"style":"expanded","wrap":true,"id":"answer","label":"Who?","isRequired":true,"errorMessage":"Choose."},
            {"type":"ActionSet","actions":[{"type":"Action.Submit","data":{"question":"contains","asked":3,"says":"yes"},"associatedInputs":"none","title":"Yes"},
            {"type":"Action.OpenUrl","url":"https://campus.example.edu/n/1","title":"Open"}]}],"lang":"en"}
            """.ReplaceLineEndings(""),
            card.ToAttachment().Content!.Value.GetRawText()
        );
    }

    [Theory]
    [InlineData("""{"question":"q","asked":2,"says":"Yes","answer":"typed"}""", "Yes")]
    [InlineData("""{"question":"q","asked":2,"answer":"typed"}""", "typed")]
    [InlineData("""{"question":"q"}""", null)]
    public void Answer_OfACard_HasItsWords(string value, string? words) => Assert.Equal(words, CardAnswer.Of(Submitted(value))!.Words);

    [Theory]
    [InlineData("""["q"]""")]
    [InlineData("""{"question":7}""")]
    [InlineData("\"says\"")]
    public void Answer_OfSomethingElse_IsNone(string value) => Assert.Null(CardAnswer.Of(Submitted(value)));

    [Fact]
    public async Task Answer_SentToTheServer_IsKeptAsWordsThatEveryWindowShows()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync("anna");

        await host.CallAsync(
            "POST",
            $"conversations/{talk.Conversation}/activities",
            talk.Token,
            """{"type":"message","value":{"question":"q","asked":1,"says":"Yes"},"channelData":{"postBack":true,"clientActivityID":"c1"}}"""
        );

        Assert.Equal(["anna: Yes", "bot: You said: Yes"], (await host.HeardAsync(talk))[1..]);
        var kept = (await host.Store.ReadAfterAsync(talk.Conversation, 1, 1, TestContext.Current.CancellationToken))[0].Activity;
        Assert.Equal("q", CardAnswer.Of(kept)!.Question);
        Assert.Equal("""{"clientActivityID":"c1"}""", kept.ChannelData!.Value.GetRawText());
    }

    private static Activity Submitted(string value) =>
        new() { Type = ActivityTypes.Message, Value = JsonSerializer.Deserialize<JsonElement>(value) };
}
