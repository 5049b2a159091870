namespace ZoomConnector.TeamChat;

/// <summary>One of the answers under a chatbot's message.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Value">What comes back when it is chosen (<see cref="Webhooks.ChatEvent.Says"/>).</param>
public sealed record ChatbotChoice(string Text, string Value);
