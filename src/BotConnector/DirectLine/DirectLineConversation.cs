namespace BotConnector.DirectLine;

/// <summary>One person's conversation with the bot.</summary>
/// <param name="Id">Opaque; safe in a path.</param>
/// <param name="UserId">The person's id, as <see cref="DirectLineUser.Id"/>.</param>
/// <param name="IsOpen">True once the bot was told that the person is there (conversationUpdate).</param>
public sealed record DirectLineConversation(string Id, string UserId, bool IsOpen);
