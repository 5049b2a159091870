namespace ZoomSimulator.TeamChat;

/// <summary>Somebody turns to the chatbot.</summary>
/// <param name="Do"><c>install</c>, <c>say</c> or <c>choose</c>.</param>
/// <param name="Text">What they write, or the words of the button or line that they choose.</param>
/// <param name="Message">Under which message they choose; null for the latest that has it.</param>
internal sealed record TeamChatAct(string? Do, string? Text = null, string? Message = null)
{
    public bool IsRight => Do == "install" || (Do is "say" or "choose" && Text is { Length: > 0 and <= 4096 });
}
