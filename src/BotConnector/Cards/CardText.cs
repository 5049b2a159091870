namespace BotConnector.Cards;

/// <summary>A line of words, shown as they are: no markdown is read in them, so that a name can't bring a link along.</summary>
/// <param name="Inlines">The words in pieces.</param>
public sealed record CardText(IReadOnlyList<TextRun> Inlines) : CardElement
{
    /// <summary>A text as lines, each its own element, since a card folds line breaks.</summary>
    public static IEnumerable<CardText> Lines(string text) =>
        text.Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.Length > 0)
            .Select((line, index) => new CardText([new(line)]) { Spacing = index == 0 ? null : "small" });
}
