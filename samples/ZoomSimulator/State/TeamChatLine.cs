namespace ZoomSimulator.State;

/// <summary>Something said between a user and the chatbot.</summary>
/// <param name="Id">The message's id.</param>
/// <param name="At">When.</param>
/// <param name="UserId">Whose conversation it is.</param>
/// <param name="ByBot">The chatbot said it.</param>
/// <param name="Text">The words.</param>
/// <param name="IsList">What can be chosen is a list, not buttons.</param>
/// <param name="Choices">What can be chosen under it.</param>
internal sealed record TeamChatLine(
    string Id,
    DateTimeOffset At,
    string UserId,
    bool ByBot,
    string Text,
    bool IsList,
    IReadOnlyList<TeamChatChoice> Choices
);
