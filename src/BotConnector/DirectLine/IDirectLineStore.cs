using BotConnector.Activities;

namespace BotConnector.DirectLine;

/// <summary>
/// Where conversations are kept. Every call is atomic, durable when it returns, and may come from several threads.
/// <c>DirectLineStoreContract</c> among the tests says what an implementation promises.
/// </summary>
public interface IDirectLineStore
{
    /// <summary>The person's one conversation; it is made if there is none. Always the same for the same id.</summary>
    Task<DirectLineConversation> ConversationOfAsync(string userId, CancellationToken ct);

    /// <summary>A conversation by its id, or null.</summary>
    Task<DirectLineConversation?> FindAsync(string conversationId, CancellationToken ct);

    /// <summary>Remembers that the bot was told of the person. Harmless when repeated.</summary>
    Task OpenAsync(string conversationId, CancellationToken ct);

    /// <summary>Adds to the log and gives the activity its place and its id.</summary>
    /// <param name="conversationId">An existing conversation.</param>
    /// <param name="activity">What was said, without id.</param>
    /// <param name="key">Names this activity within its conversation: the same key again adds nothing and answers what is there. Null: no such check.</param>
    /// <param name="isHandled">See <see cref="StoredActivity.IsHandled"/>.</param>
    /// <param name="ct">Ends the wait.</param>
    Task<StoredActivity> AppendAsync(string conversationId, Activity activity, string? key, bool isHandled, CancellationToken ct);

    /// <summary>Remembers that the bot's turn over an activity has ended. Harmless when repeated.</summary>
    Task MarkHandledAsync(string conversationId, long sequence, CancellationToken ct);

    /// <summary>What comes after <paramref name="sequence"/>, in order, at most <paramref name="limit"/> (1 or more).</summary>
    Task<IReadOnlyList<StoredActivity>> ReadAfterAsync(string conversationId, long sequence, int limit, CancellationToken ct);

    /// <summary>The newest of a conversation, at most <paramref name="limit"/> (1 or more), oldest first.</summary>
    Task<IReadOnlyList<StoredActivity>> ReadLastAsync(string conversationId, int limit, CancellationToken ct);
}
