using Microsoft.EntityFrameworkCore;
using RecordingBot.Hosting;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;
using ZoomConnector;
using ZoomConnector.Errors;
using ZoomConnector.Meetings;

namespace RecordingBot.Meetings;

/// <summary>
/// Asks Zoom itself how the meetings stand whose hosts may record just now: an event can be lost for good (facts/zoom.md 1), and then the notice
/// would not be posted and the right not be taken. A meeting that Zoom's events tell of is asked about seldom.
/// </summary>
public sealed partial class MeetingWatch(IServiceScopeFactory scopes, TimeProvider clock, ILogger<MeetingWatch> logger)
    : IDueWork,
        IDisposable
{
    /// <summary>Hosts begin early.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(15);

    /// <summary>Until it is known to run: people sit in it who have not been told.</summary>
    private static readonly TimeSpan WhileWaiting = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan WhileRunning = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim gate = new(1);

    /// <summary>When each was asked about last; after a restart they are asked about again, which harms nothing.</summary>
    private readonly Dictionary<Guid, DateTimeOffset> asked = [];

    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            return (await WatchedAsync(ct)).Select(one => (DateTimeOffset?)one.At).Min();
        }
        finally
        {
            gate.Release();
        }
    }

    public async Task RunDueAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            var now = clock.GetUtcNow();
            foreach (var (id, at) in await WatchedAsync(ct))
            {
                if (at > now)
                    continue;
                asked[id] = now;
                await AskAsync(id, ct);
            }
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    /// <summary>The meetings that may be recorded and have not ended, each with the moment at which to ask about it.</summary>
    private async Task<List<(Guid Id, DateTimeOffset At)>> WatchedAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var over = clock.GetUtcNow() - NextStep.LongestOverrun;
        var rows = await scope
            .ServiceProvider.GetRequiredService<RegistryContext>()
            .Meetings.AsNoTracking()
            .Where(row => row.ZoomId != null && row.EndedAt == null && row.CancelledAt == null)
            // Where consent comes first the right waits for the meeting to run, so that this has to be seen too.
            .Where(row => row.Right == RecordingRight.Given || (row.HostTold != null && row.EndsAt > over))
            .ToListAsync(ct);
        foreach (var id in asked.Keys.Except(rows.Select(row => row.Id)).ToList())
            asked.Remove(id);
        return rows.ConvertAll(row => (row.Id, WhenToAsk(row)));
    }

    private DateTimeOffset WhenToAsk(MeetingRow row)
    {
        DateTimeOffset? last = asked.TryGetValue(row.Id, out var at) ? at : null;
        return row.StartedAt is { } started ? (last ?? started) + WhileRunning
            : last is { } before && before >= row.StartsAt - Early ? before + WhileWaiting
            : row.StartsAt - Early;
    }

    private async Task AskAsync(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var registry = services.GetRequiredService<RegistryContext>();
        var meeting = await registry.Meetings.SingleAsync(row => row.Id == id, ct);
        try
        {
            if (await TimesAsync(services.GetRequiredService<ZoomClient>(), meeting, clock.GetUtcNow(), ct) is not { } times)
                return;
            // One number held twice: what runs is another row's.
            if (await registry.Meetings.AnyAsync(row => row.Id != id && row.ZoomUuid == times.Uuid, ct))
                return;
            meeting.ZoomUuid = times.Uuid;
            services.GetRequiredService<MeetingBook>().Learn(meeting, times.Started, times.Ended);
        }
        catch (ZoomException fault)
        {
            LogNotAsked(id, fault.Kind);
            return;
        }
        await registry.SaveChangesAsync(ct);
        await services.GetRequiredService<Registrar>().WakeAsync(row => row.MeetingId == id, ct);
    }

    /// <summary>Which instance it is, and when it really began and ended, where Zoom knows more than the row; else null. Not found tells nothing (I14).</summary>
    private static async Task<(string Uuid, DateTimeOffset Started, DateTimeOffset? Ended)?> TimesAsync(
        ZoomClient zoom,
        MeetingRow meeting,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        ZoomMeeting told;
        try
        {
            told = await zoom.Meetings.GetAsync(new(meeting.ZoomId!.Value), ct);
        }
        catch (ZoomException gone) when (gone.Kind is ZoomErrorKind.NotFound)
        {
            return null;
        }
        // Zoom doesn't tell since when it runs; it was not yet so at the last look.
        if (told.Status is MeetingStatus.Started && meeting.StartedAt is null)
            return (told.Uuid.Value, now, null);
        if (told.Status is MeetingStatus.Started && told.Uuid.Value == meeting.ZoomUuid)
            return null;
        return meeting.ZoomUuid is { } uuid && await zoom.Meetings.GetPastAsync(new(uuid), ct) is { } past
            ? (uuid, past.StartTime.ToUniversalTime(), past.EndTime.ToUniversalTime())
            : null;
    }

    [LoggerMessage(LogLevel.Warning, "meeting: Zoom could not be asked about meeting {Meeting} ({Kind}); it is asked again")]
    private partial void LogNotAsked(Guid meeting, ZoomErrorKind kind);
}
