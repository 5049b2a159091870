using System.Text.Json;
using BotConnector.Activities;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;

namespace RecordingBot.Channels;

/// <summary>Keeps where talks stand, so that they go on after a restart. Each write is compared with what was read: two windows can't overwrite each other.</summary>
public sealed class TalkBook(RegistryContext registry, TimeProvider clock)
{
    /// <summary>A talk that nobody has answered for so long begins anew: long enough for a week away.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(30);

    /// <summary>A person's talk, and its version to write it back with; 0 for one that is new.</summary>
    public async Task<(TalkState State, int Version)> ReadAsync(Guid personId, CancellationToken ct)
    {
        var row = await registry.Interviews.AsNoTracking().FirstOrDefaultAsync(talk => talk.PersonId == personId, ct);
        if (row is null)
            return (new(), 0);
        var state = JsonSerializer.Deserialize<TalkState>(row.State, ActivityJson.Options)!;
        if (clock.GetUtcNow() - row.ChangedAt > Forgotten)
        {
            state.Aside = null;
            state.End();
        }
        return (state, row.Version);
    }

    /// <summary>Writes the talk back, and says what is to be said: both stand, or neither.</summary>
    /// <returns>False where it has moved on since it was read: nothing is written, and nothing said.</returns>
    public async Task<bool> WriteAsync(Guid personId, TalkState state, int version, Func<Task> say, CancellationToken ct)
    {
        await using var transaction = await registry.Database.BeginTransactionAsync(ct);
        if (!await WriteAsync(personId, state, version, ct))
            return false;
        await say();
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>Writes the talk back, with nothing to say.</summary>
    /// <returns>False where it has moved on since it was read: nothing is written.</returns>
    public async Task<bool> WriteAsync(Guid personId, TalkState state, int version, CancellationToken ct)
    {
        var (text, now) = (JsonSerializer.Serialize(state, ActivityJson.Options), clock.GetUtcNow());
        if (version > 0)
            return 1
                == await registry
                    .Interviews.Where(talk => talk.PersonId == personId && talk.Version == version)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(talk => talk.State, text)
                                .SetProperty(talk => talk.Version, version + 1)
                                .SetProperty(talk => talk.ChangedAt, now),
                        ct
                    );
        var at = new UtcMicroseconds().ConvertToProvider(now)!;
        return 1
            == await registry.Database.ExecuteSqlAsync(
                $"""INSERT INTO "Interviews" ("PersonId", "State", "Version", "ChangedAt") VALUES ({personId}, {text}, 1, {at}) ON CONFLICT ("PersonId") DO NOTHING""",
                ct
            );
    }
}
