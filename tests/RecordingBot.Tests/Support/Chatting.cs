using System.Text;
using System.Text.Json;

namespace RecordingBot.Tests.Support;

/// <summary>Deliveries to the chatbot's door, signed as Zoom signs them for its app.</summary>
internal static class Chatting
{
    public const string Secret = "campus-chatbot-token";

    /// <summary>What a teacher writes, as Zoom tells it.</summary>
    /// <param name="text">The words.</param>
    /// <param name="user">Who, by the Zoom user id.</param>
    /// <param name="account">Of which account.</param>
    public static string Said(string text, string user = "zoom-teacher", string account = "campus-account") =>
        JsonSerializer.Serialize(
            new
            {
                @event = "bot_notification",
                payload = new
                {
                    accountId = account,
                    robotJid = "v1campus@xmpp.zoom.us",
                    userId = user,
                    userJid = user + "@xmpp.zoom.us",
                    userName = "Campus Teacher",
                    cmd = text,
                },
            }
        );

    /// <summary>Posts a text as Zoom would.</summary>
    public static Task<Answer> DeliverChatAsync(this SmallCampus campus, string body, TimeSpan age = default, string secret = Secret) =>
        campus.DeliverAsync(Webhooks.Signed(Encoding.UTF8.GetBytes(body), campus.Now - age, secret).ToChat());

    /// <summary>The same delivery, to the chatbot's door.</summary>
    public static HttpRequestMessage ToChat(this HttpRequestMessage delivery)
    {
        delivery.RequestUri = new("/zoom/chat", UriKind.Relative);
        return delivery;
    }
}
