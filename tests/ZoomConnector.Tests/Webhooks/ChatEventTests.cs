using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ZoomConnector.Tests.Support;
using ZoomConnector.Webhooks;

namespace ZoomConnector.Tests.Webhooks;

/// <summary>What people do with the chatbot, in the shape that Zoom has published.</summary>
public sealed class ChatEventTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Samples");

    [Theory]
    [InlineData("bot_installed", ChatEventKind.Installed, null)]
    [InlineData("bot_notification", ChatEventKind.Said, "record")]
    [InlineData("interactive_message_actions", ChatEventKind.Chosen, "basis:e:42")]
    [InlineData("interactive_message_select", ChatEventKind.Chosen, "101")]
    public void TryRead_ChatbotSample_TellsWhoDidWhat(string name, ChatEventKind kind, string? says)
    {
        var read = Assert.IsType<ChatEvent>(Read(Sample(name)));

        Assert.Equal(
            (kind, says, "zoom-teacher", "zoom-teacher@xmpp.example.edu", "campus-account"),
            (read.Kind, read.Says, read.UserId, read.UserJid, read.AccountId)
        );
    }

    [Fact]
    public void TryRead_AppRemovedSample_IsOfTheAccount() =>
        Assert.Equal("campus-account", Assert.IsType<AppRemovedEvent>(Read(Sample("app_deauthorized"))).AccountId);

    /// <summary>What isn't used is kept as unknown.</summary>
    [Theory]
    [InlineData("interactive_message_editable")]
    [InlineData("interactive_message_fields_editable")]
    [InlineData("team_chat.app_mention")]
    public void TryRead_ChatbotSampleThatIsNotUsed_IsUnknown(string name) => Assert.IsType<UnknownEvent>(Read(Sample(name)));

    [Theory]
    [InlineData("userId")]
    [InlineData("userJid")]
    [InlineData("actionItem")]
    public void TryRead_ChatbotEventOfOtherTypes_HasNothingThere(string field)
    {
        var sample = JsonNode.Parse(Sample("interactive_message_actions"))!;
        sample["payload"]![field] = new JsonArray(7);

        var read = Assert.IsType<ChatEvent>(Read(sample.ToJsonString()));

        Assert.Null(
            field switch
            {
                "userId" => read.UserId,
                "userJid" => read.UserJid,
                _ => read.Says,
            }
        );
    }

    [Theory]
    [InlineData("campus-chatbot-token", true)]
    [InlineData("older-token", true)]
    [InlineData("campus-webhook-secret", false)]
    public void Verify_OfTheChatbot_KnowsItsOwnSecretsOnly(string secret, bool accepted)
    {
        var clock = new ManualClock();
        using var services = ZoomUnderTest.Services(new("http://127.0.0.1:1"), clock, ("Chatbot:PreviousSecretToken", "older-token"));
        var verifier = services.GetRequiredKeyedService<WebhookVerifier>(ZoomServices.ChatbotName);
        var body = Encoding.UTF8.GetBytes(Sample("bot_notification"));

        var timestamp = Signed.At(clock.GetUtcNow());
        var verdict = verifier.Verify(Signed.With(secret, timestamp, body), timestamp, body);

        Assert.Equal(accepted, verdict is WebhookVerdict.Accepted);
    }

    private static string Sample(string name) => File.ReadAllText(Path.Combine(Folder, name + ".json"));

    private static ZoomEvent Read(string body)
    {
        Assert.True(ZoomEvent.TryRead(Encoding.UTF8.GetBytes(body), out var read));
        return read;
    }
}
