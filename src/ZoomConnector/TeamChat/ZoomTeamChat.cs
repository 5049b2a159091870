using ZoomConnector.Errors;
using ZoomConnector.Http;

namespace ZoomConnector.TeamChat;

/// <summary>
/// Writes messages in a user's name (facts/zoom.md 4.3). A message is sent once: when Zoom's answer is lost, the call fails with
/// <see cref="ZoomErrorKind.Unavailable"/> and the message may be there all the same.
/// </summary>
public sealed class ZoomTeamChat
{
    private readonly ZoomSender sender;

    internal ZoomTeamChat(ZoomSender sender) => this.sender = sender;

    /// <summary>
    /// Writes into a channel, such as a meeting's chat, where the user is a member: <c>POST /chat/users/{userId}/messages</c>, scope
    /// <c>team_chat:write:user_message:admin</c>.
    /// </summary>
    /// <param name="hostUserId">In whose name.</param>
    /// <param name="channelId">The channel, from <see cref="Meetings.ZoomMeeting.ChatChannelId"/>.</param>
    /// <param name="text">At most 1,024 characters, the only limit that Zoom has published.</param>
    /// <param name="ct">Stops the call.</param>
    /// <returns>The message's id.</returns>
    /// <exception cref="ZoomException"><see cref="ZoomErrorKind.NotFound"/> while the meeting has no chat yet; else Zoom refuses or can't be reached.</exception>
    public Task<string> SendToChannelAsync(string hostUserId, string channelId, string text, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(channelId);
        ArgumentException.ThrowIfNullOrEmpty(text);
        return SendAsync(hostUserId, new ChatMessage(text) { ToChannel = channelId }, ct);
    }

    /// <summary>Writes to one person by e-mail address; otherwise as <see cref="SendToChannelAsync"/>.</summary>
    /// <returns>The message's id.</returns>
    /// <exception cref="ZoomException">Zoom refuses or can't be reached.</exception>
    public Task<string> SendToContactAsync(string userId, string contactEmail, string text, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(contactEmail);
        ArgumentException.ThrowIfNullOrEmpty(text);
        return SendAsync(userId, new ChatMessage(text) { ToContact = contactEmail }, ct);
    }

    private async Task<string> SendAsync(string userId, ChatMessage message, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrEmpty(userId);
        var call = ZoomCall.Post(sender.Api, ZoomPath.Of($"/chat/users/{userId}/messages"), message);
        return (await sender.AskAsync<ChatMessageAnswer>(call, answer => answer.Id.Length > 0, ct)).Id;
    }
}
