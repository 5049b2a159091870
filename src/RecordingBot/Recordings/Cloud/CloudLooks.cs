using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RecordingBot.Registry;
using ZoomConnector.Meetings;

namespace RecordingBot.Recordings.Cloud;

/// <summary>What is to be looked at in Zoom's cloud, and when. An event only asks for a look: what is there, Zoom itself says (security.md 3.1).</summary>
public sealed class CloudLooks(
    RegistryContext registry,
    Registrar registrar,
    GovernanceStart start,
    IOptions<CloudOptions> options,
    TimeProvider clock
)
{
    /// <summary>The task's subject: one for the whole account, however many looks fail.</summary>
    private const string Subject = "zoom:cloud";

    /// <summary>From this many failures on somebody is told.</summary>
    private const int Alarming = 5;

    /// <summary>After this many an instance is left to its host's long look.</summary>
    private const int LastOfInstance = 10;

    /// <summary>How much further back each look at a host goes for the inventory: one call to Zoom, which gives at most a month at once.</summary>
    private const int InventoryDays = 27;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    /// <summary>Asks for a look at these instances; the caller saves.</summary>
    public async Task AskAsync(IEnumerable<MeetingUuid> instances, CancellationToken ct)
    {
        foreach (var key in instances.Select(uuid => CloudLookRow.InstancePrefix + uuid.Value))
        {
            if (await registry.CloudLooks.FindAsync([key], ct) is not { } row)
                registry.CloudLooks.Add(row = new() { Key = key });
            (row.NextAt, row.Asked, row.Attempts) = (clock.GetUtcNow(), row.Asked + 1, 0);
        }
    }

    /// <summary>When the next look at an instance is due. Looks at hosts have no moment of their own: whoever rings finds those that are due.</summary>
    public Task<DateTimeOffset?> NextInstanceAtAsync(CancellationToken ct) =>
        registry.CloudLooks.Where(row => row.Key.StartsWith(CloudLookRow.InstancePrefix)).MinAsync(row => (DateTimeOffset?)row.NextAt, ct);

    /// <summary>The look that has been due longest; null where none is.</summary>
    public Task<CloudLookRow?> NextAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return registry.CloudLooks.AsNoTracking().Where(row => row.NextAt <= now).OrderBy(row => row.NextAt).FirstOrDefaultAsync(ct);
    }

    /// <summary>Sees to it that each host is looked at: who is linked to a person, and who held a meeting lately.</summary>
    public async Task AddHostsAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var missing = await Hosts(now)
            .Where(host => !registry.CloudLooks.Any(row => row.Key == CloudLookRow.HostPrefix + host))
            .ToListAsync(ct);
        foreach (var host in missing)
            registry.CloudLooks.Add(
                new()
                {
                    Key = CloudLookRow.HostPrefix + host,
                    NextAt = now + options.Value.LookEvery,
                    LongAt = now + options.Value.LookEvery,
                }
            );
        await registry.SaveChangesAsync(ct);
    }

    /// <summary>The days that a look at a host lists for the inventory, beside its own; null where it is at an instance, or the inventory is whole.</summary>
    public (DateOnly From, DateOnly To)? InventoryOf(CloudLookRow look)
    {
        var now = clock.GetUtcNow();
        if (HostOf(look) is null || start.At is null)
            return null;
        var (last, to) = (DayOf(now).AddMonths(-options.Value.InventoryMonths), look.ListedFrom ?? DayOf(now - options.Value.LongLookBack));
        var from = to.AddDays(-InventoryDays);
        return to <= last ? null : (from < last ? last : from, to);
    }

    /// <summary>A look went well.</summary>
    /// <param name="look">As it was when it began.</param>
    /// <param name="ct">Ends the work.</param>
    public async Task DoneAsync(CloudLookRow look, CancellationToken ct)
    {
        var (now, every) = (clock.GetUtcNow(), options.Value);
        var row = registry.CloudLooks.Where(row => row.Key == look.Key && row.Asked == look.Asked);
        if (HostOf(look) is not { } host || !await Hosts(now).AnyAsync(one => one == host, ct))
            await row.ExecuteDeleteAsync(ct);
        else
        {
            var listed = InventoryOf(look)?.From ?? look.ListedFrom;
            var longAt = look.LongAt <= now ? now + every.LongLookEvery : look.LongAt;
            await row.ExecuteUpdateAsync(
                set =>
                    set.SetProperty(one => one.NextAt, now + every.LookEvery)
                        .SetProperty(one => one.LongAt, longAt)
                        .SetProperty(one => one.ListedFrom, listed)
                        .SetProperty(one => one.Attempts, 0),
                ct
            );
        }
        if (look.Attempts < Alarming || await registry.CloudLooks.AnyAsync(one => one.Attempts >= Alarming, ct))
            return;
        await registrar.CloseTaskAsync(TaskKind.CloudUnread, Subject, "done", "bot", ct);
        await registry.SaveChangesAsync(ct);
    }

    /// <summary>A look failed: nothing follows from that but another one (I14), with growing pauses, and a task once it has gone on for a while.</summary>
    /// <param name="look">As it was when it began.</param>
    /// <param name="fault">What hindered it, as a word.</param>
    /// <param name="ct">Ends the work.</param>
    public async Task FailedAsync(CloudLookRow look, string fault, CancellationToken ct)
    {
        var attempts = look.Attempts + 1;
        var row = registry.CloudLooks.Where(row => row.Key == look.Key && row.Asked == look.Asked);
        var pause = TimeSpan.FromMinutes(Math.Min(LongestPause.TotalMinutes, Math.Pow(2, attempts - 1)));
        var next = clock.GetUtcNow() + pause;
        if (HostOf(look) is null && attempts >= LastOfInstance)
            await row.ExecuteDeleteAsync(ct);
        else
            await row.ExecuteUpdateAsync(set => set.SetProperty(one => one.NextAt, next).SetProperty(one => one.Attempts, attempts), ct);
        if (attempts < Alarming)
            return;
        await registrar.OpenTaskAsync(TaskKind.CloudUnread, Subject, Role.Operator, null, "", ct, fault);
        await registry.SaveChangesAsync(ct);
    }

    /// <summary>The host that a look is at; null where it is at an instance.</summary>
    public static string? HostOf(CloudLookRow look) =>
        look.Key.StartsWith(CloudLookRow.HostPrefix, StringComparison.Ordinal) ? look.Key[CloudLookRow.HostPrefix.Length..] : null;

    /// <summary>The day on which a moment lies for Zoom.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);

    private IQueryable<string> Hosts(DateTimeOffset now)
    {
        var since = now - options.Value.LongLookBack;
        return registry
            .PersonLinks.Where(link => link.Kind == LinkKind.Zoom)
            .Select(link => link.ExternalId)
            .Union(registry.Meetings.Where(row => row.HostId != null && row.EndsAt > since).Select(row => row.HostId!));
    }
}
