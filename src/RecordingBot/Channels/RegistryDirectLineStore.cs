using System.Security.Cryptography;
using System.Text.Json;
using BotConnector.Activities;
using BotConnector.DirectLine;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;

namespace RecordingBot.Channels;

/// <summary>
/// Conversations in the registry. Every call is a statement or two of its own: it saves nothing else that lies in the unit of work, and takes part
/// in the caller's transaction where there is one, so that what is said of a change stands or falls with it.
/// </summary>
public sealed class RegistryDirectLineStore(RegistryContext registry, TimeProvider clock) : IDirectLineStore
{
    private static readonly UtcMicroseconds Instants = new();

    /// <inheritdoc />
    public async Task<DirectLineConversation> ConversationOfAsync(string userId, CancellationToken ct)
    {
        if (await OfUserAsync(userId, ct) is { } known)
            return known;
        var id = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var now = Stored(clock.GetUtcNow());
        // Two windows may come at once: one of them makes it, both get it.
        await registry.Database.ExecuteSqlAsync(
            $"""INSERT INTO "Conversations" ("Id", "UserId", "CreatedAt", "LastSequence", "IsOpen") VALUES ({id}, {userId}, {now}, 0, {false}) ON CONFLICT ("UserId") DO NOTHING""",
            ct
        );
        return await OfUserAsync(userId, ct) ?? throw new InvalidOperationException("A conversation that was made is not there.");
    }

    /// <inheritdoc />
    public Task<DirectLineConversation?> FindAsync(string conversationId, CancellationToken ct) =>
        Shown(registry.Conversations.Where(row => row.Id == conversationId)).FirstOrDefaultAsync(ct);

    /// <inheritdoc />
    public Task OpenAsync(string conversationId, CancellationToken ct) =>
        registry
            .Conversations.Where(row => row.Id == conversationId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.IsOpen, true), ct);

    /// <inheritdoc />
    public async Task<StoredActivity> AppendAsync(
        string conversationId,
        Activity activity,
        string? key,
        bool isHandled,
        CancellationToken ct
    )
    {
        await using var own = registry.Database.CurrentTransaction is null ? await registry.Database.BeginTransactionAsync(ct) : null;
        // Counting first takes the conversation for us: whoever else appends waits here, and the look for the key below is the truth.
        await registry
            .Conversations.Where(row => row.Id == conversationId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastSequence, row => row.LastSequence + 1), ct);
        if (key is not null && await Lines(conversationId).FirstOrDefaultAsync(row => row.ClientActivityId == key, ct) is { } known)
            return Read(known);

        var sequence = await registry.Conversations.Where(row => row.Id == conversationId).Select(row => row.LastSequence).SingleAsync(ct);
        var line = new StoredActivity(sequence, Personal.Removed(activity) with { Id = $"{conversationId}|{sequence:D7}" }, isHandled);
        await InsertAsync(conversationId, line, key, ct);
        if (own is not null)
            await own.CommitAsync(ct);
        return line;
    }

    /// <inheritdoc />
    public Task MarkHandledAsync(string conversationId, long sequence, CancellationToken ct) =>
        registry
            .ConversationActivities.Where(row => row.ConversationId == conversationId && row.Sequence == sequence)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.IsHandled, true), ct);

    /// <inheritdoc />
    public async Task<IReadOnlyList<StoredActivity>> ReadAfterAsync(string conversationId, long sequence, int limit, CancellationToken ct)
    {
        var rows = await Lines(conversationId)
            .Where(row => row.Sequence > sequence)
            .OrderBy(row => row.Sequence)
            .Take(limit)
            .ToListAsync(ct);
        return [.. rows.Select(Read)];
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<StoredActivity>> ReadLastAsync(string conversationId, int limit, CancellationToken ct)
    {
        var rows = await Lines(conversationId).OrderByDescending(row => row.Sequence).Take(limit).ToListAsync(ct);
        return [.. Enumerable.Reverse(rows).Select(Read)];
    }

    private Task<DirectLineConversation?> OfUserAsync(string userId, CancellationToken ct) =>
        Shown(registry.Conversations.Where(row => row.UserId == userId)).FirstOrDefaultAsync(ct);

    private static IQueryable<DirectLineConversation?> Shown(IQueryable<ConversationRow> rows) =>
        rows.Select(row => new DirectLineConversation(row.Id, row.UserId, row.IsOpen));

    private IQueryable<ConversationActivityRow> Lines(string conversationId) =>
        registry.ConversationActivities.AsNoTracking().Where(row => row.ConversationId == conversationId);

    private Task<int> InsertAsync(string conversationId, StoredActivity line, string? key, CancellationToken ct)
    {
        var (at, json) = (Stored(clock.GetUtcNow()), JsonSerializer.Serialize(line.Activity, ActivityJson.Options));
        return registry.Database.ExecuteSqlAsync(
            $"""INSERT INTO "ConversationActivities" ("ConversationId", "Sequence", "ActivityId", "ClientActivityId", "At", "Activity", "IsHandled") VALUES ({conversationId}, {line.Sequence}, {line.Activity.Id}, {key}, {at}, {json}, {line.IsHandled})""",
            ct
        );
    }

    private static StoredActivity Read(ConversationActivityRow row) =>
        new(row.Sequence, JsonSerializer.Deserialize<Activity>(row.Activity, ActivityJson.Options)!, row.IsHandled);

    private static object Stored(DateTimeOffset instant) => Instants.ConvertToProvider(instant)!;
}
