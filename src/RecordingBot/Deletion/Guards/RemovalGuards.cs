using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RecordingBot.Channels;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Deletion.Guards;

/// <summary>
/// What stops all removal when something looks wrong (I14): it is kept, shown, and goes on when its cause has ended or two persons say so.
/// Nothing else waits for it. What trips is saved here; the rest the caller saves.
/// </summary>
public sealed class RemovalGuards(
    RegistryContext registry,
    Registrar registrar,
    Messenger messenger,
    People people,
    Clocks clocks,
    Turns turns,
    IOptions<GuardOptions> options,
    TimeProvider clock
)
{
    /// <summary>Just before something is removed: whether the clocks agree and no guard stands.</summary>
    public async Task<bool> MayRemoveAsync(CancellationToken ct)
    {
        if (!await clocks.AgreeAsync(ct))
            await TripAsync(GuardKind.Clocks, "", ct);
        return registry.Guards.Local.All(guard => guard.EndedAt != null)
            && !await registry.Guards.AnyAsync(guard => guard.EndedAt == null, ct);
    }

    /// <summary>Whether one more removal may be ordered that people weren't warned of in time. What they were always may: a term's end goes through.</summary>
    /// <param name="runningSince">When the run began that orders it.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<bool> MayOrderUnforecastAsync(DateTimeOffset runningSince, CancellationToken ct)
    {
        var hourAgo = clock.GetUtcNow() - TimeSpan.FromHours(1);
        var since = runningSince < hourAgo ? runningSince : hourAgo;
        var released = await registry.Guards.Where(guard => guard.Kind == GuardKind.Removals).MaxAsync(guard => guard.EndedAt, ct);
        if (released > since)
            since = released.Value;
        var ordered = await registry.DeletionOrders.CountAsync(order => !order.Forecast && order.At > since, ct);
        if (ordered < options.Value.UnforecastRemovals)
            return true;
        var kept = await registry.Recordings.CountAsync(row => row.State != RecordingState.Deleted, ct);
        if (ordered < (kept + ordered) * options.Value.UnforecastShare)
            return true;
        await TripAsync(GuardKind.Removals, "release", ct, Said(ordered));
        return false;
    }

    /// <summary>Ends a guard: its cause is over, or two persons said so. What waited for it is looked at once that is saved.</summary>
    public async Task EndAsync(GuardRow guard, string how, string actor, CancellationToken ct)
    {
        guard.EndedAt = clock.GetUtcNow();
        registrar.Audit(actor, "guard.ended", GuardKind.Subject(guard.Kind), guard.Kind, how);
        await registrar.CloseTaskAsync(TaskKind.GuardTripped, GuardKind.Subject(guard.Kind), how, actor, ct);
    }

    /// <summary>Has everything looked at that waited for a guard.</summary>
    public Task WakeAsync(CancellationToken ct) => registrar.WakeAsync(row => row.NextStepReason == DueReason.RemovalPaused, ct);

    /// <summary>Asks for the release of a guard that stands.</summary>
    internal Task<TaskRow> AskAsync(string kind, string answers, CancellationToken ct, params string[] arguments) =>
        registrar.OpenTaskAsync(TaskKind.GuardTripped, GuardKind.Subject(kind), Role.Dpo, null, answers, ct, [kind, .. arguments]);

    /// <summary>Several recordings come upon it at once: one of them says so, and what it says is saved before the next looks.</summary>
    private Task TripAsync(string kind, string answers, CancellationToken ct, params string[] arguments) =>
        turns.AloneAsync("guards", alone => TripAloneAsync(kind, answers, arguments, alone), ct);

    private async Task TripAloneAsync(string kind, string answers, string[] arguments, CancellationToken ct)
    {
        if (await registry.Guards.AnyAsync(guard => guard.Kind == kind && guard.EndedAt == null, ct))
            return;
        var now = clock.GetUtcNow();
        registry.Guards.Add(
            new()
            {
                Id = Guid.CreateVersion7(now),
                Kind = kind,
                TrippedAt = now,
            }
        );
        registrar.Audit("bot", "guard.tripped", GuardKind.Subject(kind), after: kind, reason: string.Join(' ', arguments));
        await AskAsync(kind, answers, ct, arguments);
        await registry.SaveChangesAsync(ct);
        var told = (await people.WithRoleAsync(Role.Dpo, ct)).Concat(await people.WithRoleAsync(Role.Operator, ct));
        foreach (var person in told.Select(one => one.Id).Distinct())
            await messenger.TellAsync(person, ChatText.Of("GuardTripped_" + kind, [.. arguments]), ct, $"guard {kind} {now:O}");
    }

    private static string Said(int count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
