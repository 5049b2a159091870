using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ZoomSimulator.Sandbox;
using ZoomSimulator.State;

namespace ZoomSimulator.Rest;

/// <summary><c>POST /chat/users/{userId}/messages</c> (facts/zoom.md 4.3).</summary>
internal static class ChatApi
{
    private const int LongestText = 1024;

    public static async Task<IResult> PostAsync(string user, HttpRequest request, ZoomTruth truth, Faults faults, TimeProvider clock)
    {
        var body = await RequestJson.ReadAsync(request);
        var (text, channel, contact) = (body?.Text("message"), body?.Text("to_channel"), body?.Text("to_contact"));
        if (text is not { Length: > 0 and <= LongestText } || channel is null == contact is null)
            return ZoomResult.Invalid("Validation Failed.");

        if (channel is not null && faults.TryTake(Faults.ChatRefused))
            return ZoomResult.Error(400, 200, "No permission.");

        var now = clock.GetUtcNow();
        return truth.Change(state =>
            state.User(user) is not { } sender ? ZoomResult.NoUser(user)
            : channel is not null ? ToChannel(state, sender, channel, text, now)
            : ToContact(state, sender, contact!, text, now)
        );
    }

    private static IResult ToChannel(ZoomState state, ZoomUserState sender, string channel, string text, DateTimeOffset now)
    {
        // Until someone writes or the meeting starts there is no chat behind the channel's id.
        var meeting = state.Meetings.Find(one => one.ChannelId == channel && one.HasChat);
        if (meeting is null)
            return ZoomResult.Error(404, 4130, $"Channel does not exist: {channel}.");
        if (meeting.HostId != sender.Id)
            return ZoomResult.Error(400, 200, "No permission.");

        var id = NewId(now);
        meeting.Chat.Add(new ChatLine(id, now, sender.DisplayName, text));
        return Created(id);
    }

    private static IResult ToContact(ZoomState state, ZoomUserState sender, string contact, string text, DateTimeOffset now)
    {
        if (state.User(contact) is not { } receiver)
            return ZoomResult.NoUser(contact);

        var id = NewId(now);
        state.Messages.Add(new DirectMessage(id, now, sender.Id, receiver.Id, text));
        return Created(id);
    }

    private static string NewId(DateTimeOffset now) =>
        now.ToString("yyyyMMddHHmmssfff_", CultureInfo.InvariantCulture) + Convert.ToHexString(RandomNumberGenerator.GetBytes(4));

    private static IResult Created(string id) => Results.Json(new JsonObject { ["id"] = id }, statusCode: 201);
}
