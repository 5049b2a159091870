using Microsoft.Extensions.Options;
using ZoomConnector.Access;
using ZoomConnector.Errors;
using ZoomConnector.Http;

namespace ZoomConnector.TeamChat;

/// <summary>
/// The chatbot in Team Chat (facts/zoom.md 4.1): a General app with a token of its own, which speaks in its own name. To be used only where
/// <see cref="ChatbotOptions.IsOn"/>.
/// </summary>
public sealed class ZoomChatbot
{
    /// <summary>The one scope that it needs.</summary>
    public const string Scope = "imchat:bot";

    private readonly ZoomSender sender;
    private readonly IOptions<ZoomOptions> options;

    internal ZoomChatbot(ZoomSender sender, IOptions<ZoomOptions> options)
    {
        (this.sender, this.options) = (sender, options);
        Access = new(sender);
    }

    /// <summary>What the app may do.</summary>
    public ZoomAccess Access { get; }

    /// <summary>
    /// Says something to one person, privately: <c>POST /im/chat/messages</c>, scope <c>imchat:bot</c>. When Zoom's answer is lost, the call fails with
    /// <see cref="ZoomErrorKind.Unavailable"/> and the message may be there all the same.
    /// </summary>
    /// <param name="userJid">Their address, from <see cref="Webhooks.ChatEvent.UserJid"/>.</param>
    /// <param name="message">What is said.</param>
    /// <param name="ct">Stops the call.</param>
    /// <exception cref="ZoomException">Zoom refuses or can't be reached.</exception>
    public async Task SayAsync(string userJid, ChatbotMessage message, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(userJid);
        var (robot, account) = (options.Value.Chatbot.RobotJid, options.Value.AccountId);
        foreach (var content in ChatbotContent.Of(message))
        {
            var post = new ChatbotPost(robot, userJid, userJid, account, content);
            var call = ZoomCall.Post(sender.Api, ZoomPath.Of($"/im/chat/messages"), post);
            await sender.SendAsync(call, ct);
        }
    }
}
