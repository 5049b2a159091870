namespace ZoomConnector.TeamChat;

/// <summary>What a chatbot says to one person.</summary>
/// <param name="Head">The line above it.</param>
/// <param name="Text">The text, of any length: what is too long for one message goes in several.</param>
public sealed record ChatbotMessage(string Head, string Text)
{
    /// <summary>The answers that are offered: a few are buttons, many a list; empty for none.</summary>
    public IReadOnlyList<ChatbotChoice> Choices { get; init; } = [];

    /// <summary>The words on the list, where the choices are one.</summary>
    public string ListLabel { get; init; } = "";
}
