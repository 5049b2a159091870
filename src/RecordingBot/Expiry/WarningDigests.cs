using Microsoft.EntityFrameworkCore;
using RecordingBot.Hosting;
using RecordingBot.Registry;

namespace RecordingBot.Expiry;

/// <summary>
/// Tells people of their recordings that end, all of one run in one message. It waits until the reconciler has noted everything that is due, though
/// never long; what fails is tried again, and holds up nobody else's.
/// </summary>
public sealed class WarningDigests(IServiceScopeFactory scopes, TimeProvider clock) : DueOneByOne(scopes)
{
    private static readonly TimeSpan LongestGathering = TimeSpan.FromMinutes(5);

    protected override async Task<DateTimeOffset?> NextDueAsync(IServiceProvider services, CancellationToken ct)
    {
        var registry = services.GetRequiredService<RegistryContext>();
        return await DigestBook.Unsent(registry).MinAsync(row => (DateTimeOffset?)row.At, ct)
            ?? await registry.Digests.MinAsync(row => row.NextAttemptAt, ct);
    }

    protected override async Task<bool> RunOneAsync(IServiceProvider services, CancellationToken ct)
    {
        var (registry, book) = (services.GetRequiredService<RegistryContext>(), services.GetRequiredService<DigestBook>());
        if (
            await DigestBook.Unsent(registry).OrderBy(row => row.At).FirstOrDefaultAsync(ct) is { } first
            && await IsGatheredAsync(registry, first, ct)
        )
        {
            await book.GatherAsync(first.PersonId, first.CanvasUserId, ct);
            return true;
        }
        if (await book.ClaimAsync(ct) is not { } digest)
            return false;
        await services.GetRequiredService<DigestSender>().SendAsync(digest, ct);
        return true;
    }

    private async Task<bool> IsGatheredAsync(RegistryContext registry, WarningRow first, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return first.At + LongestGathering <= now || !await registry.Recordings.AnyAsync(row => row.NextCheckAt <= now, ct);
    }
}
