using Microsoft.EntityFrameworkCore;
using RecordingBot.Channels;
using RecordingBot.Hosting;
using RecordingBot.Packs;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;
using RecordingPolicy.Packs;

namespace RecordingBot.Expiry;

/// <summary>Asks who set a hold, on its review day and weekly from then on, whether it is still needed. No answer never lifts it.</summary>
public sealed class HoldReviews(IServiceScopeFactory scopes, ActivePack active, TimeProvider clock) : DueOneByOne(scopes)
{
    private static readonly CalendarPeriod Weekly = CalendarPeriod.Parse("P7D");

    protected override Task<DateTimeOffset?> NextDueAsync(IServiceProvider services, CancellationToken ct) =>
        services.GetRequiredService<RegistryContext>().Recordings.MinAsync(row => row.HoldRemindAt, ct);

    protected override async Task<bool> RunOneAsync(IServiceProvider services, CancellationToken ct)
    {
        var (registry, now) = (services.GetRequiredService<RegistryContext>(), clock.GetUtcNow());
        var recording = await registry
            .Recordings.AsNoTracking()
            .Where(row => row.HoldRemindAt <= now)
            .OrderBy(row => row.HoldRemindAt)
            .FirstOrDefaultAsync(ct);
        if (recording is null)
            return false;
        await using var transaction = await registry.Database.BeginTransactionAsync(ct);
        DateTimeOffset? next =
            recording.HeldBy is null || recording.State is RecordingState.Deleted ? null : active.Pack.AfterCalendar(now, Weekly);
        // A statement of its own: the row may be claimed by somebody else just now, and one of us asks.
        var won = await registry
            .Recordings.Where(row => row.Id == recording.Id && row.HoldRemindAt == recording.HoldRemindAt)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.HoldRemindAt, next), ct);
        if (won == 1 && next is not null)
            await AskAsync(services, registry, recording, ct);
        await registry.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private static async Task AskAsync(
        IServiceProvider services,
        RegistryContext registry,
        Recordings.RecordingRow recording,
        CancellationToken ct
    )
    {
        var owner = await registry
            .People.AsNoTracking()
            .FirstOrDefaultAsync(person => person.Id == recording.HeldBy && person.LeftAt == null, ct);
        await services
            .GetRequiredService<Registrar>()
            .OpenTaskAsync(
                TaskKind.HoldReview,
                Subject.Recording(recording.Id),
                Role.Dpo,
                owner?.Id,
                $"{HoldReviewAnswer.Keep} {HoldReviewAnswer.Lift}",
                ct,
                recording.Topic,
                recording.HoldReason ?? ""
            );
        if (owner is not null)
            await services
                .GetRequiredService<Messenger>()
                .TellAsync(
                    owner.Id,
                    new("HoldReview", [recording.Topic, recording.HoldReason ?? "–"], [new("WayHold"), new("WayLiftHold")]),
                    ct,
                    $"hold-review {recording.Id} {recording.HoldRemindAt:O}"
                );
    }
}
