using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RecordingBot.Hosting;
using RecordingBot.Registry;
using ZoomConnector;
using ZoomConnector.CloudRecordings;
using ZoomConnector.Errors;

namespace RecordingBot.Recordings.Cloud;

/// <summary>
/// Looks into Zoom's cloud: at what events spoke of, and, since an event can be lost for good (facts/zoom.md 1.4), again and again at each host's
/// recordings (I3). What it finds is registered; what it doesn't find says nothing.
/// </summary>
public sealed partial class CloudWatch(
    IServiceScopeFactory scopes,
    IOptions<CloudOptions> options,
    TimeProvider clock,
    ILogger<CloudWatch> logger
) : DueOneByOne(scopes)
{
    /// <summary>When it was last asked which hosts there are; after a restart that is asked again, which harms nothing.</summary>
    private DateTimeOffset? hostsAskedAt;

    protected override Task<DateTimeOffset?> NextDueAsync(IServiceProvider services, CancellationToken ct) =>
        services.GetRequiredService<CloudLooks>().NextInstanceAtAsync(ct);

    protected override async Task<bool> RunOneAsync(IServiceProvider services, CancellationToken ct)
    {
        var (looks, now) = (services.GetRequiredService<CloudLooks>(), clock.GetUtcNow());
        if (await looks.NextAsync(ct) is not { } look)
        {
            if (!(hostsAskedAt + options.Value.LookEvery > now))
                await looks.AddHostsAsync(ct);
            hostsAskedAt = now;
            return false;
        }
        try
        {
            await LookAsync(services, look, now, ct);
            await looks.DoneAsync(look, ct);
        }
        catch (ZoomException gone) when (gone.Kind is ZoomErrorKind.NotFound)
        {
            // Not known to Zoom, or not to us: there is nothing to be looked at, and nothing follows from that (I14).
            await looks.DoneAsync(look, ct);
        }
        catch (Exception fault) when (fault is ZoomException or DbUpdateException)
        {
            LogFailed(FaultName.Of(fault));
            services.GetRequiredService<RegistryContext>().ChangeTracker.Clear();
            await looks.FailedAsync(look, FaultName.Of(fault), ct);
        }
        return true;
    }

    private async Task LookAsync(IServiceProvider services, CloudLookRow look, DateTimeOffset now, CancellationToken ct)
    {
        var cloud = services.GetRequiredService<ZoomClient>().CloudRecordings;
        if (CloudLooks.HostOf(look) is not { } host)
        {
            if (await cloud.FindAsync(new(look.Key[CloudLookRow.InstancePrefix.Length..]), ct) is { } found)
                await services.GetRequiredService<CloudRegistration>().RegisterAsync(found, ct);
            return;
        }
        var whole = look.LongAt <= now;
        var from = CloudLooks.DayOf(now - (whole ? options.Value.LongLookBack : options.Value.LookBack));
        await RegisterAsync(services, cloud.ListForUserAsync(host, from, CloudLooks.DayOf(now), ct), ct);
        if (whole)
            await RegisterAsync(services, cloud.ListTrashAsync(host, from, CloudLooks.DayOf(now), ct), ct);
        if (services.GetRequiredService<CloudLooks>().InventoryOf(look) is { } further)
            await RegisterAsync(services, cloud.ListForUserAsync(host, further.From, further.To, ct), ct);
    }

    private static async Task RegisterAsync(IServiceProvider services, IAsyncEnumerable<CloudRecording> found, CancellationToken ct)
    {
        await foreach (var recording in found.WithCancellation(ct))
        {
            await services.GetRequiredService<CloudRegistration>().RegisterAsync(recording, ct);
            services.GetRequiredService<RegistryContext>().ChangeTracker.Clear();
        }
    }

    [LoggerMessage(LogLevel.Warning, "recording: a look into Zoom's cloud failed ({Fault}); it is tried again")]
    private partial void LogFailed(string fault);
}
