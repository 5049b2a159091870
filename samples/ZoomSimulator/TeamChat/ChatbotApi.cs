using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ZoomSimulator.Rest;
using ZoomSimulator.State;

namespace ZoomSimulator.TeamChat;

/// <summary><c>POST /im/chat/messages</c> (facts/zoom.md 4.1).</summary>
internal static class ChatbotApi
{
    private const int LongestText = 4096;

    public static async Task<IResult> PostAsync(HttpRequest request, ZoomTruth truth, ZoomServerOptions options)
    {
        var body = await RequestJson.ReadAsync(request);
        if (
            body?.Text("robot_jid") != options.RobotJid
            || body.Text("account_id") != options.AccountId
            || Read(body["content"]) is not { } content
        )
            return ZoomResult.Invalid("Validation Failed.");

        var now = options.Clock.GetUtcNow();
        return truth.Change(state =>
        {
            if (state.WithJid(body.Text("to_jid")) is not { } user)
                return ZoomResult.Error(404, 7001, "The user does not exist.");
            var id =
                now.ToString("yyyyMMddHHmmssfff_", CultureInfo.InvariantCulture) + Convert.ToHexString(RandomNumberGenerator.GetBytes(4));
            state.TeamChat.Add(new(id, now, user.Id, ByBot: true, content.Text, content.IsList, content.Choices));
            return ZoomResult.Ok(
                new()
                {
                    ["message_id"] = id,
                    ["robot_jid"] = options.RobotJid,
                    ["to_jid"] = user.Jid,
                    ["user_jid"] = user.Jid,
                    ["sent_time"] = ZoomTime.Text(now),
                }
            );
        });
    }

    /// <summary>A head and what stands below it; null where Zoom would not take it.</summary>
    private static (string Text, bool IsList, List<TeamChatChoice> Choices)? Read(JsonNode? content)
    {
        if (content is not JsonObject { } whole || whole["head"]?["text"] is null || whole["body"] is not JsonArray parts)
            return null;
        List<string> text = [];
        List<TeamChatChoice> choices = [];
        var isList = false;
        foreach (var part in parts)
        {
            switch ((string?)part?["type"])
            {
                case "message" when (string?)part["text"] is { Length: > 0 } words:
                    text.Add(words);
                    break;
                case "actions" when part["items"] is JsonArray items:
                    choices.AddRange(items.Select(Choice));
                    break;
                case "select" when part["select_items"] is JsonArray items && (string?)part["text"] is { Length: > 0 }:
                    choices.AddRange(items.Select(Choice));
                    isList = true;
                    break;
                default:
                    return null;
            }
        }
        var said = string.Join('\n', text);
        return said.Length is > 0 and <= LongestText ? (said, isList, choices) : null;
    }

    private static TeamChatChoice Choice(JsonNode? item) => new((string?)item?["text"] ?? "", (string?)item?["value"] ?? "");
}
