using Microsoft.EntityFrameworkCore;
using RecordingBot.Hosting;
using RecordingBot.Registry;
using ZoomConnector.Webhooks;

namespace RecordingBot.Meetings;

/// <summary>Works off stored webhooks in the order in which they came. One that fails is tried again and holds up no other.</summary>
public sealed partial class ZoomInbox(IServiceScopeFactory scopes, InboxWriter door, TimeProvider clock, ILogger<ZoomInbox> logger)
    : IDueWork,
        IDisposable
{
    /// <summary>
    /// How long the body of an event that is new to us is kept, for whoever wants to see what Zoom sends: it may name people, so no longer than that.
    /// The row stays as long as <c>retention.own-records</c> says.
    /// </summary>
    public static readonly TimeSpan UnknownKept = TimeSpan.FromDays(7);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim gate = new(1);

    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var registry = scope.ServiceProvider.GetRequiredService<RegistryContext>();
        return await registry.Inbox.Where(row => row.ProcessedAt == null).MinAsync(row => (DateTimeOffset?)row.NextAttemptAt, ct);
    }

    public async Task RunDueAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            while (await NextAsync(ct) is { } id)
            {
                await door.LetInAsync(ct);
                await ProcessAsync(id, ct);
            }
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private async Task<long?> NextAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var registry = scope.ServiceProvider.GetRequiredService<RegistryContext>();
        var now = clock.GetUtcNow();
        return await registry
            .Inbox.Where(row => row.ProcessedAt == null && row.NextAttemptAt <= now)
            .OrderBy(row => row.Id)
            .Select(row => (long?)row.Id)
            .FirstOrDefaultAsync(ct);
    }

    private async Task ProcessAsync(long id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var registry = services.GetRequiredService<RegistryContext>();
        var entry = await registry.Inbox.SingleAsync(row => row.Id == id, ct);
        try
        {
            ZoomEvent? read = null;
            if (entry.Body is not null && ZoomEvent.TryRead(entry.Body, out read))
                await services.GetRequiredService<MeetingEvents>().ApplyAsync(read, entry.Stale, entry.ReceivedAt, ct);
            entry.ProcessedAt = clock.GetUtcNow();
            // Names of participants are in there: what was understood is in the registry, the rest goes.
            if (read is not UnknownEvent)
                entry.Body = null;
            await registry.SaveChangesAsync(ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogFailed(id, fault.GetType().Name, fault);
            registry.ChangeTracker.Clear();
            var next = clock.GetUtcNow() + Pause;
            await registry
                .Inbox.Where(row => row.Id == id)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.Attempts, row => row.Attempts + 1).SetProperty(row => row.NextAttemptAt, next),
                    ct
                );
        }
    }

    [LoggerMessage(LogLevel.Warning, "meeting: webhook {Entry} could not be worked off ({Fault}); it is tried again")]
    private partial void LogFailed(long entry, string fault, Exception exception);
}
