using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RecordingBot.Hosting;
using RecordingBot.Registry;
using ZoomConnector;
using ZoomConnector.Errors;

namespace RecordingBot.Meetings;

/// <summary>
/// Looks at every governed host when the bot starts and once a day, and at once when an event says that settings, locks or groups were changed. An event
/// is a hint: what counts is read from Zoom. What waits is kept in memory only, for a start looks at everybody.
/// </summary>
public sealed partial class GateWatch(
    IServiceScopeFactory scopes,
    Doorbell doorbell,
    IOptions<MeetingsOptions> options,
    TimeProvider clock,
    ILogger<GateWatch> logger
) : IDueWork, IDisposable
{
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);

    /// <summary>While something is not right that only a person can set right, while a step is under way, or after a fault.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim gate = new(1);
    private readonly ConcurrentQueue<string?> hints = [];

    /// <summary>Those who are governed, each with the moment of the next look.</summary>
    private readonly Dictionary<string, DateTimeOffset> due = new(StringComparer.Ordinal);

    private DateTimeOffset roundAt = DateTimeOffset.MinValue;
    private DateTimeOffset pausedUntil = DateTimeOffset.MinValue;

    /// <summary>Something may have been changed in Zoom.</summary>
    /// <param name="user">For this user; null where it can be anybody.</param>
    /// <param name="ct">Ends the wait.</param>
    public Task HintAsync(string? user, CancellationToken ct)
    {
        hints.Enqueue(user);
        return doorbell.RingAsync<GateWatch>(ct);
    }

    /// <summary>A hint is due at once. The daily comparison waits for no moment: it is made at the first look a day later.</summary>
    public Task<DateTimeOffset?> NextDueAsync(CancellationToken ct) =>
        Task.FromResult<DateTimeOffset?>(hints.IsEmpty || clock.GetUtcNow() < pausedUntil ? null : clock.GetUtcNow());

    public async Task RunDueAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            if (clock.GetUtcNow() < pausedUntil)
                return;
            TakeHints();
            if (roundAt <= clock.GetUtcNow())
                await BeginRoundAsync(ct);
            foreach (var host in due.Where(one => one.Value <= clock.GetUtcNow()).Select(one => one.Key).ToList())
                await LookAsync(host, ct);
        }
        catch (ZoomException fault)
        {
            pausedUntil = clock.GetUtcNow() + Soon;
            LogNotAsked(fault.Kind);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private void TakeHints()
    {
        while (hints.TryDequeue(out var user))
        {
            if (user is null)
                roundAt = DateTimeOffset.MinValue;
            else if (due.ContainsKey(user))
                due[user] = DateTimeOffset.MinValue;
        }
    }

    /// <summary>Finds out who is governed now, and looks at each.</summary>
    private async Task BeginRoundAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var registry = services.GetRequiredService<RegistryContext>();
        var linked = await GovernedHosts.Linked(registry).ToListAsync(ct);
        var list = await GovernedList.ReadAsync(services.GetRequiredService<ZoomClient>(), options.Value.Governed, linked, ct);
        await AskForUnknownAsync(services, list.Unknown, ct);
        var known = await registry.GovernedHosts.ToListAsync(ct);
        due.Clear();
        foreach (var host in list.Hosts)
            due[host] = DateTimeOffset.MinValue;
        foreach (var row in known.Where(row => !list.Hosts.Contains(row.Id)))
        {
            // Whoever has gone with a group that was renamed is not let go.
            if (list.Unknown.Count > 0)
                due[row.Id] = DateTimeOffset.MinValue;
            else
                await services.GetRequiredService<GateLook>().ReleaseAsync(row, ct);
        }
        roundAt = clock.GetUtcNow() + Daily;
    }

    private static async Task AskForUnknownAsync(IServiceProvider services, IReadOnlyList<string> unknown, CancellationToken ct)
    {
        var registrar = services.GetRequiredService<Registrar>();
        if (unknown.Count == 0)
            await registrar.CloseTaskAsync(TaskKind.GovernedUnknown, "zoom:governed", "done", "bot", ct);
        else
            await registrar.OpenTaskAsync(
                TaskKind.GovernedUnknown,
                "zoom:governed",
                Role.Operator,
                null,
                "",
                ct,
                string.Join(", ", unknown)
            );
        await services.GetRequiredService<RegistryContext>().SaveChangesAsync(ct);
    }

    private async Task LookAsync(string host, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            var settled = await scope.ServiceProvider.GetRequiredService<GateLook>().LookAsync(host, ct);
            due[host] = settled ? DateTimeOffset.MaxValue : clock.GetUtcNow() + Soon;
        }
        catch (ZoomException gone) when (gone.Kind is ZoomErrorKind.NotFound)
        {
            // Somebody who has left, or whom we may not see: nothing follows from it (I14).
            due[host] = DateTimeOffset.MaxValue;
        }
    }

    [LoggerMessage(LogLevel.Warning, "meeting: Zoom could not be asked what hosts may record ({Kind}); it is asked again")]
    private partial void LogNotAsked(ZoomErrorKind kind);
}
