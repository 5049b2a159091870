namespace BotConnector.Activities;

/// <summary>What a channel answers to something sent: the id it got.</summary>
public sealed record ResourceResponse(string Id);
