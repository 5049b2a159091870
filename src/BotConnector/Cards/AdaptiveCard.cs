using System.Text.Json.Serialization;
using BotConnector.Activities;

namespace BotConnector.Cards;

/// <summary>An Adaptive Card of version 1.5, with what every channel here can show: Teams shows no later one, Web Chat knows no Action.Execute.</summary>
/// <param name="Body">What it shows and asks, in order.</param>
public sealed record AdaptiveCard(IReadOnlyList<CardElement> Body)
{
    /// <summary>Always the same word.</summary>
    [JsonPropertyOrder(-2)]
    public string Type => "AdaptiveCard";

    /// <summary>The version that it keeps to.</summary>
    [JsonPropertyOrder(-1)]
    public string Version => "1.5";

    /// <summary>The card's language, as a BCP 47 tag; null where it speaks several.</summary>
    public string? Lang { get; init; }

    /// <summary>What is shown or said where no card can be.</summary>
    public string? FallbackText { get; init; }

    /// <summary>The card as an attachment of a message.</summary>
    public Attachment ToAttachment() => Attachment.AdaptiveCard(this);
}
