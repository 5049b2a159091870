namespace BotConnector.Cards;

/// <summary>One or several of a few; several are submitted with commas between.</summary>
/// <param name="Label">What is asked.</param>
/// <param name="Choices">The choices, in order.</param>
public sealed record ChoiceInput(string Label, IReadOnlyList<Choice> Choices) : CardInput(Label)
{
    /// <summary>Several may be chosen.</summary>
    public bool IsMultiSelect { get; init; }

    /// <summary><c>expanded</c> shows all at once; <c>compact</c> folds them.</summary>
    public string Style { get; init; } = "expanded";

    /// <summary>Long choices take several lines.</summary>
    public bool Wrap { get; } = true;
}
