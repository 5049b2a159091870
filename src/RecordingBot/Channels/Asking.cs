using RecordingPolicy;

namespace RecordingBot.Channels;

/// <summary>How a text asks for an answer: what a channel with cards makes its card of. The text itself, with its buttons, is for those without.</summary>
/// <param name="Question">The question's id, for programs that answer (<c>channelData.question</c>, beside the number of its asking); null for an offer that no talk waits for.</param>
public sealed record Asking(string? Question)
{
    /// <summary>The question in words, without the numbered answers; null where the text is that.</summary>
    public LocalizedText? Prompt { get; init; }

    /// <summary>How it is answered on a card.</summary>
    public AnswerInput Input { get; init; }

    /// <summary>What may be filled in or picked below the buttons; null where the buttons are all.</summary>
    public LocalizedText? InputLabel { get; init; }

    /// <summary>The choices of a list that stands beside the buttons, such as the answers that can be changed.</summary>
    public IReadOnlyList<Offer> Choices { get; init; } = [];

    /// <summary>Everything that the card asks for at once; empty where it asks the one question.</summary>
    public IReadOnlyList<AskedField> Fields { get; init; } = [];

    /// <summary>Buttons that lead elsewhere: help, back.</summary>
    public IReadOnlyList<SuggestedAction> Ways { get; init; } = [];
}
