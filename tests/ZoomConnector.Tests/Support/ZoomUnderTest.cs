using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ZoomConnector.TeamChat;

namespace ZoomConnector.Tests.Support;

/// <summary>The connector as a host gets it, pointed at a server on loopback.</summary>
internal static class ZoomUnderTest
{
    public static ServiceProvider Services(Uri server, TimeProvider clock, params (string Key, string? Value)[] settings) =>
        new ServiceCollection().AddSingleton(clock).AddZoom(Settings(server, settings)).BuildServiceProvider();

    public static ZoomClient Client(this ServiceProvider services) => services.GetRequiredService<ZoomClient>();

    public static ZoomChatbot Chatbot(this ServiceProvider services) => services.GetRequiredService<ZoomChatbot>();

    private static IConfiguration Settings(Uri server, (string Key, string? Value)[] settings)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ApiUrl"] = new Uri(server, "/v2").AbsoluteUri,
            ["TokenUrl"] = new Uri(server, "/oauth/token").AbsoluteUri,
            ["AccountId"] = "campus-account",
            ["ClientId"] = "campus-client",
            ["ClientSecret"] = "campus-client-secret",
            ["WebhookSecret"] = "campus-webhook-secret",
            ["Chatbot:ClientId"] = "campus-chatbot",
            ["Chatbot:ClientSecret"] = "campus-chatbot-secret",
            ["Chatbot:RobotJid"] = "v1campus@xmpp.zoom.us",
            ["Chatbot:SecretToken"] = "campus-chatbot-token",
        };
        foreach (var (key, value) in settings)
            values[key] = value;
        return new ConfigurationBuilder().AddInMemoryCollection(values).Build();
    }
}
