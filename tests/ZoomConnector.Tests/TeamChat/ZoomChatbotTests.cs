using System.Text;
using System.Text.Json.Nodes;
using ZoomConnector.Errors;
using ZoomConnector.TeamChat;
using ZoomConnector.Tests.Support;

namespace ZoomConnector.Tests.TeamChat;

public sealed class ZoomChatbotTests
{
    private const string Teacher = "zoom-teacher@xmpp.zoom.us";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Say_WithButtons_IsSentAsZoomWantsItWithATokenOfItsOwn()
    {
        await using var server = await ScriptedServer.WithTokensAsync(
            (context, _) => Answers.JsonAsync(context, 200, """{"message_id":"m-1"}""")
        );
        await using var services = ZoomUnderTest.Services(server.Address, new ManualClock());

        await services
            .Chatbot()
            .SayAsync(Teacher, new("RecordingBot", "Får den spelas in?") { Choices = [new("Ja", "yes"), new("Nej", "no")] }, Stop);

        var token = server.Log.Single(request => request.Target == "/oauth/token");
        Assert.Equal("Basic Y2FtcHVzLWNoYXRib3Q6Y2FtcHVzLWNoYXRib3Qtc2VjcmV0", token.Header("Authorization"));
        Assert.Equal("grant_type=client_credentials", Encoding.UTF8.GetString(token.Body));
        var sent = server.Log.Single(request => request.Target == "/v2/im/chat/messages");
        Assert.True(
            JsonNode.DeepEquals(
                JsonNode.Parse(
                    """
                    {"robot_jid":"v1campus@xmpp.zoom.us","to_jid":"zoom-teacher@xmpp.zoom.us","user_jid":"zoom-teacher@xmpp.zoom.us",
                     "account_id":"campus-account",
                     "content":{"head":{"text":"RecordingBot"},"body":[{"type":"message","text":"Får den spelas in?"},
                      {"type":"actions","items":[{"text":"Ja","value":"yes","style":"Default"},{"text":"Nej","value":"no","style":"Default"}]}]}}
                    """
                ),
                JsonNode.Parse(sent.Body)
            ),
            Encoding.UTF8.GetString(sent.Body)
        );
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public async Task Say_WithManyChoices_OffersAList(int choices, bool list)
    {
        await using var zoom = await SimulatedZoom.StartAsync();

        await zoom.Chatbot.SayAsync(
            Teacher,
            new("RecordingBot", "Vilken?")
            {
                Choices = [.. Enumerable.Range(1, choices).Select(one => new ChatbotChoice($"Kurs {one}", $"{one}"))],
                ListLabel = "Svara",
            },
            Stop
        );

        var said = Assert.Single(await zoom.ItemsAsync("team-chat/teacher"));
        Assert.Equal(
            ("bot", "Vilken?", list, choices),
            ((string?)said!["from"], (string?)said["text"], (bool?)said["list"], said["choices"]!.AsArray().Count)
        );
    }

    [Fact]
    public async Task Say_SomethingLong_GoesInPiecesWithTheButtonsUnderTheLast()
    {
        await using var zoom = await SimulatedZoom.StartAsync();
        var lines = string.Join('\n', Enumerable.Range(1, 400).Select(line => $"Rad {line} med 🎓 och å"));
        var unbroken = string.Concat(Enumerable.Repeat("🎓", 2_000));

        await zoom.Chatbot.SayAsync(Teacher, new("RecordingBot", $"{lines}\n{unbroken}") { Choices = [new("Ja", "yes")] }, Stop);

        var said = await zoom.ItemsAsync("team-chat/teacher");
        Assert.True(said.Count > 2);
        Assert.Equal([.. Enumerable.Repeat(0, said.Count - 1), 1], said.Select(piece => piece!["choices"]!.AsArray().Count));
        Assert.Equal((lines + unbroken).Replace("\n", "", StringComparison.Ordinal), Together(said));
    }

    [Fact]
    public async Task Say_ToSomebodyWhoIsNotThere_IsNotFound()
    {
        await using var zoom = await SimulatedZoom.StartAsync();
        var fault = await Assert.ThrowsAsync<ZoomException>(() =>
            zoom.Chatbot.SayAsync("nobody@xmpp.zoom.us", new("RecordingBot", "Hej"), Stop)
        );
        Assert.Equal(ZoomErrorKind.NotFound, fault.Kind);
    }

    [Fact]
    public async Task Scopes_OfTheChatbotsApp_AreItsOne()
    {
        await using var zoom = await SimulatedZoom.StartAsync();
        Assert.Equal(ZoomChatbot.Scope, Assert.Single((await zoom.Chatbot.Access.ReadScopesAsync(Stop))!));
    }

    private static string Together(JsonArray said) =>
        string.Concat(said.Select(piece => (string?)piece!["text"])).Replace("\n", "", StringComparison.Ordinal);
}
