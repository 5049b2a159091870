using Microsoft.EntityFrameworkCore;
using RecordingBot.Hosting;
using RecordingBot.Registry;
using ZoomConnector;
using ZoomConnector.Errors;

namespace RecordingBot.Meetings;

/// <summary>Looks once a day at the disclaimer settings of the hosts who are going to record: a host can switch them off at any time (facts/zoom.md 3.4).</summary>
public sealed partial class DisclaimerWatch(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DisclaimerWatch> logger)
    : DueOneByOne(scopes)
{
    protected override async Task<DateTimeOffset?> NextDueAsync(IServiceProvider services, CancellationToken ct)
    {
        var concerned = services.GetRequiredService<Disclaimers>().Concerned(clock.GetUtcNow());
        if (await concerned.AnyAsync(row => row.DisclaimerDueAt == null, ct))
            return clock.GetUtcNow();
        return await concerned.MinAsync(row => row.DisclaimerDueAt, ct);
    }

    protected override async Task<bool> RunOneAsync(IServiceProvider services, CancellationToken ct)
    {
        var (disclaimers, now) = (services.GetRequiredService<Disclaimers>(), clock.GetUtcNow());
        var host = await disclaimers
            .Concerned(now)
            .Where(row => row.DisclaimerDueAt == null || row.DisclaimerDueAt <= now)
            .Select(row => row.HostId)
            .FirstOrDefaultAsync(ct);
        if (host is null)
            return false;
        var registry = services.GetRequiredService<RegistryContext>();
        try
        {
            var read = await services.GetRequiredService<ZoomClient>().Settings.GetRecordingAsync(host, ct);
            await disclaimers.NoteAsync(host, read, ct);
        }
        catch (ZoomException fault)
        {
            // What was known stays known, and since when is shown; the next look is tomorrow's, or when the right is given.
            LogUnread(fault.Kind);
            foreach (var meeting in await disclaimers.Concerned(now).Where(row => row.HostId == host).ToListAsync(ct))
                meeting.DisclaimerDueAt = now + Disclaimers.Day;
        }
        await registry.SaveChangesAsync(ct);
        return true;
    }

    [LoggerMessage(
        LogLevel.Warning,
        "meeting: a host's disclaimer settings could not be read in Zoom ({Kind}); they are looked at again in a day"
    )]
    private partial void LogUnread(ZoomErrorKind kind);
}
