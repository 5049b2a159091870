namespace BotConnector.Cards;

/// <summary>Opens an address.</summary>
/// <param name="Title">The words on it.</param>
/// <param name="Url">Where it leads.</param>
public sealed record LinkButton(string Title, Uri Url) : CardButton(Title);
