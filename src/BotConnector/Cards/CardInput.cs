namespace BotConnector.Cards;

/// <summary>Something to fill in.</summary>
public abstract record CardInput : CardElement
{
    private protected CardInput(string label) => Label = label;

    /// <summary>Its name in the submitted value: the answer's own where the card asks one thing, one of <see cref="CardAnswer.Filled"/> where it is a form.</summary>
    public string Id { get; init; } = CardAnswer.InputId;

    /// <summary>What stands there before anything is filled in; null for nothing.</summary>
    public string? Value { get; init; }

    /// <summary>What it asks; also what a screen reader says.</summary>
    public string Label { get; }

    /// <summary>The client asks for it before it sends; the server checks all the same.</summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>What the client says where it is missing.</summary>
    public string? ErrorMessage { get; init; }
}
