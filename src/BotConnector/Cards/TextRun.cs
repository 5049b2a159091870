using System.Text.Json.Serialization;

namespace BotConnector.Cards;

/// <summary>A piece of a line.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Weight"><c>bolder</c>, or null.</param>
public sealed record TextRun(string Text, string? Weight = null)
{
    /// <summary>Always the same word.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "TextRun";
}
