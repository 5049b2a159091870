using System.Security.Cryptography;
using BotConnector.Activities;

namespace BotConnector.DirectLine;

/// <summary>Keeps conversations in memory: for tests and for trying things. A restart forgets them.</summary>
public sealed class InMemoryDirectLineStore : IDirectLineStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, string> conversationOfUser = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Log> logs = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public Task<DirectLineConversation> ConversationOfAsync(string userId, CancellationToken ct)
    {
        lock (gate)
        {
            if (!conversationOfUser.TryGetValue(userId, out var id))
            {
                id = RandomNumberGenerator.GetHexString(32, lowercase: true);
                conversationOfUser.Add(userId, id);
                logs.Add(id, new Log(new DirectLineConversation(id, userId, IsOpen: false)));
            }
            return Task.FromResult(logs[id].Conversation);
        }
    }

    /// <inheritdoc />
    public Task<DirectLineConversation?> FindAsync(string conversationId, CancellationToken ct)
    {
        lock (gate)
            return Task.FromResult(logs.GetValueOrDefault(conversationId)?.Conversation);
    }

    /// <inheritdoc />
    public Task OpenAsync(string conversationId, CancellationToken ct)
    {
        lock (gate)
            logs[conversationId].Conversation = logs[conversationId].Conversation with { IsOpen = true };
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<StoredActivity> AppendAsync(string conversationId, Activity activity, string? key, bool isHandled, CancellationToken ct)
    {
        lock (gate)
        {
            var log = logs[conversationId];
            if (key is not null && log.SequenceOfKey.TryGetValue(key, out var known))
                return Task.FromResult(log.Lines[(int)known - 1]);

            long sequence = log.Lines.Count + 1;
            var line = new StoredActivity(sequence, activity with { Id = $"{conversationId}|{sequence:D7}" }, isHandled);
            log.Lines.Add(line);
            if (key is not null)
                log.SequenceOfKey.Add(key, sequence);
            return Task.FromResult(line);
        }
    }

    /// <inheritdoc />
    public Task MarkHandledAsync(string conversationId, long sequence, CancellationToken ct)
    {
        lock (gate)
        {
            var lines = logs[conversationId].Lines;
            lines[(int)sequence - 1] = lines[(int)sequence - 1] with { IsHandled = true };
        }
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<StoredActivity>> ReadAfterAsync(string conversationId, long sequence, int limit, CancellationToken ct)
    {
        lock (gate)
        {
            var lines = logs[conversationId].Lines;
            return Task.FromResult<IReadOnlyList<StoredActivity>>([.. lines.Skip((int)Math.Min(sequence, lines.Count)).Take(limit)]);
        }
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<StoredActivity>> ReadLastAsync(string conversationId, int limit, CancellationToken ct)
    {
        lock (gate)
            return Task.FromResult<IReadOnlyList<StoredActivity>>([.. logs[conversationId].Lines.TakeLast(limit)]);
    }

    private sealed class Log(DirectLineConversation conversation)
    {
        public DirectLineConversation Conversation { get; set; } = conversation;

        public List<StoredActivity> Lines { get; } = [];

        public Dictionary<string, long> SequenceOfKey { get; } = new(StringComparer.Ordinal);
    }
}
