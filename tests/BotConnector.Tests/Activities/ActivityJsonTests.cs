using System.Text.Json;
using System.Text.Json.Nodes;
using BotConnector.Activities;

namespace BotConnector.Tests.Activities;

public class ActivityJsonTests
{
    [Fact]
    public void Activity_Written_LeavesOutWhatIsAbsent()
    {
        var json = JsonSerializer.Serialize(Activity.Message("Hej på dig"), ActivityJson.Options);

        Assert.Equal("""{"type":"message","text":"Hej på dig"}""", json);
    }

    [Fact]
    public void Activity_WithUnknownMembers_KeepsThem()
    {
        const string Wire = """
            {"type":"message","from":{"id":"u","name":"","tenant":{"id":"t"}},"semanticAction":{"id":"x"},"channelData":{"a":[1,null]}}
            """;

        var back = JsonSerializer.Serialize(JsonSerializer.Deserialize<Activity>(Wire, ActivityJson.Options), ActivityJson.Options);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Wire), JsonNode.Parse(back)), back);
    }

    [Theory]
    [InlineData("""{"type":"message","type":"event"}""")]
    [InlineData("""{"type":"message","Type":"event"}""")]
    [InlineData("""{"type":"message","value":{"a":1,"a":2}}""")]
    [InlineData("""{"type":"message","odd":{"a":1,"a":2}}""")]
    public void Activity_WithAPropertyTwice_IsRefused(string wire) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Activity>(wire, ActivityJson.Options));

    [Theory]
    [InlineData(31, true)]
    [InlineData(32, false)]
    public void Activity_Nested_IsTakenTo32Levels(int depth, bool isTaken)
    {
        var wire = $$"""{"type":"event","value":{{new string('[', depth)}}{{new string(']', depth)}}}""";

        var fault = Record.Exception(() => JsonSerializer.Deserialize<Activity>(wire, ActivityJson.Options));

        Assert.Equal(isTaken, fault is null);
    }

    [Fact]
    public void Attachment_OfACard_HoldsItsJson()
    {
        var card = Attachment.AdaptiveCard(new JsonObject { ["type"] = "AdaptiveCard", ["version"] = "1.5" });

        Assert.Equal(
            """{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.5"}}""",
            JsonSerializer.Serialize(card, ActivityJson.Options)
        );
    }

    [Fact]
    public void SuggestedActions_OfWords_AreButtonsThatSayThem()
    {
        var json = JsonSerializer.Serialize(SuggestedActions.Of("Ja", "Nej"), ActivityJson.Options);

        Assert.Equal("""{"actions":[{"type":"imBack","title":"Ja","value":"Ja"},{"type":"imBack","title":"Nej","value":"Nej"}]}""", json);
    }

    [Fact]
    public void ConversationReference_OfAnActivity_TurnsSenderIntoUser()
    {
        var activity = new Activity
        {
            Id = "7",
            ChannelId = "directline",
            From = new() { Id = "person" },
            Recipient = new() { Id = "bot" },
            Conversation = new() { Id = "c" },
        };

        var reference = activity.GetConversationReference();

        Assert.Equal(
            ("7", "person", "bot", "c"),
            (reference.ActivityId, reference.User?.Id, reference.Bot?.Id, reference.Conversation?.Id)
        );
    }
}
