namespace BotConnector.Cards;

/// <summary>A day; submitted as <c>yyyy-MM-dd</c>.</summary>
/// <param name="Label">What is asked.</param>
public sealed record DateInput(string Label) : CardInput(Label);
