namespace ZoomSimulator.State;

/// <summary>A button, or a line of a list.</summary>
internal sealed record TeamChatChoice(string Text, string Value);
