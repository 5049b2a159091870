namespace BotConnector.Cards;

/// <summary>Something to fill in. A card of this library has at most one, since a card asks one question.</summary>
public abstract record CardInput : CardElement
{
    private protected CardInput(string label) => Label = label;

    /// <summary>Its name in the submitted value.</summary>
    public string Id { get; } = CardAnswer.InputId;

    /// <summary>What it asks; also what a screen reader says.</summary>
    public string Label { get; }

    /// <summary>The client asks for it before it sends; the server checks all the same.</summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>What the client says where it is missing.</summary>
    public string? ErrorMessage { get; init; }
}
