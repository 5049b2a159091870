namespace BotConnector.Cards;

/// <summary>Free words.</summary>
/// <param name="Label">What is asked.</param>
public sealed record TextInput(string Label) : CardInput(Label)
{
    /// <summary>Several lines.</summary>
    public bool IsMultiline { get; } = true;

    /// <summary>The most characters; null for no bound.</summary>
    public int? MaxLength { get; init; }
}
