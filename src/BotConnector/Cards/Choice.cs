namespace BotConnector.Cards;

/// <summary>One of the choices of a <see cref="ChoiceInput"/>.</summary>
/// <param name="Title">Its words.</param>
/// <param name="Value">What is submitted for it.</param>
public sealed record Choice(string Title, string Value);
