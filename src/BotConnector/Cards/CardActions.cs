namespace BotConnector.Cards;

/// <summary>A row of buttons.</summary>
/// <param name="Actions">The buttons, in order.</param>
public sealed record CardActions(IReadOnlyList<CardButton> Actions) : CardElement;
