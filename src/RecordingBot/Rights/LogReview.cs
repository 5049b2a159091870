using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Hosting;
using RecordingBot.Packs;
using RecordingBot.Registry;
using RecordingPolicy.Packs;

namespace RecordingBot.Rights;

/// <summary>Asks whoever the pack names to look over the access log, as often as it says (<c>log.followed-up</c>). One review is open at a time.</summary>
public sealed class LogReview(IServiceScopeFactory scopes, ActivePack active, TimeProvider clock) : DueOneByOne(scopes)
{
    /// <summary>What the task is about.</summary>
    public const string Log = "log:access";

    /// <summary>The answer that it takes.</summary>
    public const string Reviewed = "reviewed";

    protected override async Task<DateTimeOffset?> NextDueAsync(IServiceProvider services, CancellationToken ct) =>
        await FromAsync(services.GetRequiredService<RegistryContext>(), ct) is { } from
            ? active.Pack.AfterCalendar(from, active.Pack.LogFollowUp.Every)
            : null;

    protected override async Task<bool> RunOneAsync(IServiceProvider services, CancellationToken ct)
    {
        var (registry, now) = (services.GetRequiredService<RegistryContext>(), clock.GetUtcNow());
        if (await FromAsync(registry, ct) is not { } from || active.Pack.AfterCalendar(from, active.Pack.LogFollowUp.Every) > now)
            return false;
        var looked = registry.Accesses.Where(row => row.At >= from && row.At < now);
        var (all, refused) = (await looked.CountAsync(ct), await looked.CountAsync(AccessRow.IsRefused, ct));
        await services
            .GetRequiredService<Registrar>()
            .OpenTaskAsync(
                TaskKind.LogReview,
                Log,
                ReviewerOf(active.Pack),
                null,
                Reviewed,
                ct,
                Day(from),
                Day(now),
                Count(all),
                Count(refused)
            );
        await registry.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>Whose role it is. The pack says it in the institution's words; where they name none of our roles, it is the data protection officer's.</summary>
    internal static string ReviewerOf(PolicyPack pack) =>
        new[] { Role.Operator, Role.Archivist, Role.CourseAdmin }.FirstOrDefault(role =>
            role.Equals(pack.LogFollowUp.By, StringComparison.OrdinalIgnoreCase)
        ) ?? Role.Dpo;

    /// <summary>Since when nothing was reviewed: the last review, else the first access; null while one is open, or nobody has looked at anything.</summary>
    private static async Task<DateTimeOffset?> FromAsync(RegistryContext registry, CancellationToken ct)
    {
        var reviews = registry.Tasks.Where(row => row.Kind == TaskKind.LogReview);
        if (await reviews.AnyAsync(row => row.ClosedAt == null, ct))
            return null;
        return await reviews.MaxAsync(row => (DateTimeOffset?)row.Since, ct) is { } last
            ? await registry.Accesses.AnyAsync(row => row.At >= last, ct)
                ? last
                : null
            : await registry.Accesses.MinAsync(row => (DateTimeOffset?)row.At, ct);
    }

    private string Day(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, active.Pack.TimeZone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
