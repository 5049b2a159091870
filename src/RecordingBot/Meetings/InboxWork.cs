using Microsoft.EntityFrameworkCore;
using RecordingBot.Hosting;
using RecordingBot.Registry;
using ZoomConnector.Webhooks;

namespace RecordingBot.Meetings;

/// <summary>Works off what one of the doors for Zoom's events has stored, in the order in which it came. One that fails is tried again and holds up no other.</summary>
public abstract partial class InboxWork(IServiceScopeFactory scopes, InboxWriter door, TimeProvider clock, ILogger logger)
    : DueOneByOne(scopes)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <summary>Which of the deliveries are its own.</summary>
    protected abstract IQueryable<InboxRow> Own(IQueryable<InboxRow> all);

    /// <summary>Acts on one.</summary>
    protected abstract Task ApplyAsync(IServiceProvider services, ZoomEvent read, InboxRow entry, CancellationToken ct);

    protected override Task<DateTimeOffset?> NextDueAsync(IServiceProvider services, CancellationToken ct) =>
        Open(services).MinAsync(row => (DateTimeOffset?)row.NextAttemptAt, ct);

    protected override async Task<bool> RunOneAsync(IServiceProvider services, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await Open(services).Where(row => row.NextAttemptAt <= now).OrderBy(row => row.Id).FirstOrDefaultAsync(ct) is not { } entry)
            return false;
        await door.LetInAsync(ct);
        await ProcessAsync(services, entry, ct);
        return true;
    }

    private IQueryable<InboxRow> Open(IServiceProvider services) =>
        Own(services.GetRequiredService<RegistryContext>().Inbox.Where(row => row.ProcessedAt == null));

    private async Task ProcessAsync(IServiceProvider services, InboxRow entry, CancellationToken ct)
    {
        var registry = services.GetRequiredService<RegistryContext>();
        try
        {
            ZoomEvent? read = null;
            if (entry.Body is not null && ZoomEvent.TryRead(entry.Body, out read))
                await ApplyAsync(services, read, entry, ct);
            entry.ProcessedAt = clock.GetUtcNow();
            // Names of participants are in there: what was understood is in the registry, the rest goes.
            if (read is not UnknownEvent)
                entry.Body = null;
            await registry.SaveChangesAsync(ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogFailed(entry.Id, fault.GetType().Name, fault);
            registry.ChangeTracker.Clear();
            var next = clock.GetUtcNow() + Pause;
            await registry
                .Inbox.Where(row => row.Id == entry.Id)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.Attempts, row => row.Attempts + 1).SetProperty(row => row.NextAttemptAt, next),
                    ct
                );
        }
    }

    [LoggerMessage(LogLevel.Warning, "meeting: webhook {Entry} could not be worked off ({Fault}); it is tried again")]
    private partial void LogFailed(long entry, string fault, Exception exception);
}
