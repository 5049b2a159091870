using System.Text.Json;
using System.Text.Json.Serialization;

namespace BotConnector.Activities;

/// <summary>A card, or a file given by its address.</summary>
public sealed record Attachment
{
    /// <summary>The content type of an Adaptive Card; write cards of version 1.5 (Teams) with Action.Submit (Web Chat).</summary>
    public const string AdaptiveCardType = "application/vnd.microsoft.card.adaptive";

    /// <summary>What it is, as a media type.</summary>
    public string? ContentType { get; init; }

    /// <summary>Where a file is.</summary>
    public string? ContentUrl { get; init; }

    /// <summary>A card's JSON.</summary>
    public JsonElement? Content { get; init; }

    /// <summary>A file name to show.</summary>
    public string? Name { get; init; }

    /// <summary>A picture to show for it.</summary>
    public string? ThumbnailUrl { get; init; }

    /// <summary>Members of the JSON object that this type has no name for.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; init; }

    /// <summary>An attachment that holds an Adaptive Card.</summary>
    /// <param name="card">The card: a <c>JsonNode</c>, a <c>JsonElement</c> or any object that becomes the card's JSON.</param>
    public static Attachment AdaptiveCard(object card) =>
        new() { ContentType = AdaptiveCardType, Content = JsonSerializer.SerializeToElement(card, ActivityJson.Options) };
}
