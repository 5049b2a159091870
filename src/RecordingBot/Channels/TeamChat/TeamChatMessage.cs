using System.Text.Json;
using BotConnector.Activities;
using BotConnector.Cards;
using RecordingBot.Hosting;
using ZoomConnector.TeamChat;

namespace RecordingBot.Channels.TeamChat;

/// <summary>
/// What the bot says, as Team Chat shows it: the whole text, as for everyone who has no cards, and the buttons under it. A button stays there for good, so
/// its value tells what it answers, as a card's does in the web chat.
/// </summary>
internal static class TeamChatMessage
{
    /// <summary>An activity as a message.</summary>
    public static ChatbotMessage Of(Activity said) =>
        new(ChatFeature.BotName, said.Text ?? "")
        {
            Choices = [.. (said.SuggestedActions?.Actions ?? []).Select(action => Choice(action, said))],
            ListLabel = ChatWording.Choose(BothLanguages.Chat["Card_Answer"], said.Locale, " / "),
        };

    /// <summary>What a button or list sent, as a card's answer; null where it is none of ours.</summary>
    public static JsonElement? AnswerOf(string value)
    {
        try
        {
            var answer = JsonSerializer.Deserialize<JsonElement>(value, ActivityJson.Options);
            return CardAnswer.Of(new() { Type = ActivityTypes.Message, Value = answer })?.Words is null ? null : answer;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ChatbotChoice Choice(CardAction action, Activity said)
    {
        var asked = CardAnswer.Of(new() { Type = ActivityTypes.Message, Value = said.ChannelData }) ?? new();
        var title = action.Title ?? "";
        var answer = new CardAnswer(asked.Question, asked.Asked, action.Value?.GetString() ?? title);
        return new(title, JsonSerializer.Serialize(answer, ActivityJson.Options));
    }
}
