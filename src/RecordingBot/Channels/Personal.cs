using System.Text.Json;
using BotConnector.Activities;
using BotConnector.Cards;
using RecordingPolicy.Meetings;

namespace RecordingBot.Channels;

/// <summary>
/// Keeps what people write about others out of the log (<c>purpose.minimised-text</c>): a message with a personnummer, a phone number or an e-mail
/// address is kept as a placeholder, before anything else sees it.
/// </summary>
public static class Personal
{
    /// <summary>What stands in the place of such a message, the same in every language.</summary>
    public const string Placeholder = "[…]";

    /// <summary>The activity as it may be kept. What the bot says is left alone: it never repeats such a text, and its own contacts are the institution's.</summary>
    public static Activity Removed(Activity activity)
    {
        if (activity.From?.Role == "bot" || !IsIn(activity))
            return activity;
        var form = CardAnswer.Of(activity) is { Filled.Count: > 0 } answer ? WithoutPersonal(answer) : null;
        var kept = activity with
        {
            Text = form?.Words ?? Placeholder,
            Summary = null,
            Value = form is null ? null : JsonSerializer.SerializeToElement(form, ActivityJson.Options),
            Entities = null,
            Properties = null,
            ChannelData = ClientActivityId(activity),
        };
        return form is null || !IsIn(kept) ? kept : kept with { Text = Placeholder, Value = null };
    }

    /// <summary>A form as it may be kept: the placeholder stands in each field that held somebody's data, and the other answers aren't lost.</summary>
    private static CardAnswer WithoutPersonal(CardAnswer form) =>
        form with
        {
            Answer = null,
            Fields = form.Filled.ToDictionary(
                field => field.Key,
                field =>
                    JsonSerializer.SerializeToElement(PersonalData.IsIn(field.Value) ? Placeholder : field.Value, ActivityJson.Options),
                StringComparer.Ordinal
            ),
        };

    private static bool IsIn(Activity activity) =>
        PersonalData.IsIn(activity.Text)
        || PersonalData.IsIn(activity.Summary)
        || PersonalData.IsIn(activity.Value?.GetRawText())
        || (activity.Entities ?? []).Any(entity => PersonalData.IsIn(entity.GetRawText()))
        || (activity.Properties?.Values ?? []).Any(value => PersonalData.IsIn(value.GetRawText()));

    /// <summary>Of the channel's data only the client's own id goes back: by it the client knows its message again.</summary>
    private static JsonElement? ClientActivityId(Activity activity) =>
        activity.ChannelData is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty("clientActivityID", out var id)
            ? JsonSerializer.SerializeToElement(new { clientActivityID = id }, JsonSerializerOptions.Default)
            : null;
}
