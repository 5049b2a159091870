using System.Text.Json.Serialization;

namespace ZoomConnector.TeamChat;

/// <summary>A message's content as Zoom takes it (facts/zoom.md 4.1): a head and, below it, one thing after the other.</summary>
internal sealed record ChatbotContent(ChatbotContent.Line Head, IReadOnlyList<ChatbotContent.Part> Body)
{
    /// <summary>More choices than these are a list.</summary>
    private const int MostButtons = 5;

    /// <summary>About 4,096 characters pass, so users report; what is asked beside the text has to fit as well.</summary>
    private const int LongestText = 3_500;

    /// <summary>A message in as many pieces as its length takes; what can be chosen stands under the last.</summary>
    public static IEnumerable<ChatbotContent> Of(ChatbotMessage message)
    {
        var pieces = Cut(message.Text).ToList();
        for (var place = 0; place < pieces.Count; place++)
            yield return new(
                new(message.Head),
                place == pieces.Count - 1 && message.Choices.Count > 0
                    ? [new Message(pieces[place]), Answers(message)]
                    : [new Message(pieces[place])]
            );
    }

    private static Part Answers(ChatbotMessage message) =>
        message.Choices.Count > MostButtons
            ? new Select(message.ListLabel, message.Choices)
            : new Actions([.. message.Choices.Select(choice => new Button(choice.Text, choice.Value, "Default"))]);

    /// <summary>Cuts where a line ends, else where a word does, and never within a letter that takes two places.</summary>
    private static IEnumerable<string> Cut(string text)
    {
        while (text.Length > LongestText)
        {
            var end = text.LastIndexOf('\n', LongestText);
            if (end <= 0)
                end = text.LastIndexOf(' ', LongestText);
            if (end <= 0)
                end = char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText;
            yield return text[..end];
            text = text[end..].TrimStart('\n', ' ');
        }
        yield return text;
    }

    /// <summary>A line of text.</summary>
    internal sealed record Line(string Text);

    /// <summary>One thing in a message.</summary>
    [JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
    [JsonDerivedType(typeof(Message), "message")]
    [JsonDerivedType(typeof(Actions), "actions")]
    [JsonDerivedType(typeof(Select), "select")]
    internal abstract record Part;

    /// <summary>Words.</summary>
    internal sealed record Message(string Text) : Part;

    /// <summary>Buttons.</summary>
    internal sealed record Actions(IReadOnlyList<Button> Items) : Part;

    /// <summary>A button.</summary>
    internal sealed record Button(string Text, string Value, string Style);

    /// <summary>A list of which one is picked.</summary>
    internal sealed record Select(string Text, IReadOnlyList<ChatbotChoice> SelectItems) : Part;
}
