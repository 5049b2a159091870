using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using BotConnector.Activities;

namespace BotConnector.Cards;

/// <summary>
/// What a card's button sends. A card stays enabled after it was used, so an answer carries what it answers: it may come twice, or late.
/// </summary>
/// <param name="Question">The question's id; null where the button stands for a plain saying.</param>
/// <param name="Asked">Which asking of it, as the bot counts them; null where it doesn't.</param>
/// <param name="Says">What the button says by itself; null where the input says it.</param>
public sealed record CardAnswer(string? Question = null, int? Asked = null, string? Says = null)
{
    internal const string InputId = "answer";

    /// <summary>What was filled in; null where nothing was.</summary>
    public string? Answer { get; init; }

    /// <summary>Everything else that the card sent: a form's fields, by their ids.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Fields { get; init; }

    /// <summary>What was filled in on a form, by the fields' ids; empty where the card is none, or the button stands for itself.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Filled =>
        Says is not null || Question is null || Fields is null
            ? ReadOnlyDictionary<string, string>.Empty
            : Fields
                .Where(one => one.Value.ValueKind is JsonValueKind.String && !string.IsNullOrWhiteSpace(one.Value.GetString()))
                .ToDictionary(one => one.Key, one => one.Value.GetString()!.Trim(), StringComparer.Ordinal);

    /// <summary>The answer as words, as if the person had written them: a form's on a line each; null where there are none.</summary>
    [JsonIgnore]
    public string? Words => Says ?? Answer ?? (Filled.Count == 0 ? null : string.Join('\n', Filled.Values));

    /// <summary>The answer that an activity brings from a card; null where it comes from none.</summary>
    public static CardAnswer? Of(Activity activity)
    {
        if (activity is not { Type: ActivityTypes.Message, Value: { ValueKind: JsonValueKind.Object } value })
            return null;
        try
        {
            return value.Deserialize<CardAnswer>(ActivityJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// The activity with its answer as text, so that the log reads as a talk and every window shows what was answered:
    /// Web Chat shows nothing of a mere <c>postBack</c>.
    /// </summary>
    internal static Activity Spoken(Activity activity) =>
        string.IsNullOrWhiteSpace(activity.Text) && Of(activity)?.Words is { Length: > 0 } words
            ? activity with
            {
                Text = words,
                TextFormat = "plain",
                ChannelData = WithoutPostBack(activity.ChannelData),
            }
            : activity;

    private static JsonElement? WithoutPostBack(JsonElement? channelData)
    {
        if (channelData is not { ValueKind: JsonValueKind.Object } data)
            return channelData;
        return JsonSerializer.SerializeToElement(
            data.EnumerateObject()
                .Where(member => member.Name != "postBack")
                .ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal),
            ActivityJson.Options
        );
    }
}
