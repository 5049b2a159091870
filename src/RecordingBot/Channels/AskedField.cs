using RecordingPolicy;

namespace RecordingBot.Channels;

/// <summary>One of several things that a card asks for at once.</summary>
/// <param name="Id">What the answer is for.</param>
/// <param name="Label">The question.</param>
/// <param name="Input">How it is answered: <see cref="AnswerInput.Words"/>, <see cref="AnswerInput.Several"/>, or one of the choices.</param>
/// <param name="Choices">The choices; what each says is its answer, as if it had been written.</param>
/// <param name="Chosen">What stands there unless another is chosen; null for nothing.</param>
public sealed record AskedField(
    string Id,
    LocalizedText Label,
    AnswerInput Input,
    IReadOnlyList<SuggestedAction> Choices,
    SuggestedAction? Chosen = null
);
