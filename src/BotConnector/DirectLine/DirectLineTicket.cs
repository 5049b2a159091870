namespace BotConnector.DirectLine;

/// <summary>What a token says: this person, in this conversation, until then.</summary>
internal sealed record DirectLineTicket(string ConversationId, DirectLineUser User, DateTimeOffset ExpiresAt);
