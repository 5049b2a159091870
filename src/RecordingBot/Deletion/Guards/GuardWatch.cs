using Microsoft.EntityFrameworkCore;
using RecordingBot.Hosting;
using RecordingBot.Registry;

namespace RecordingBot.Deletion.Guards;

/// <summary>Looks at this computer's clock all the time, and at the others' while a guard says that they disagree.</summary>
public sealed partial class GuardWatch(IServiceScopeFactory scopes, ClockWatch watch, TimeProvider clock, ILogger<GuardWatch> logger)
    : IDueWork
{
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    private DateTimeOffset lookedAt;

    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await StandingAsync(scope.ServiceProvider, ct) is null ? null : lookedAt + Again;
    }

    public async Task RunDueAsync(CancellationToken ct)
    {
        watch.HasJumped();
        var now = clock.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        if ((now - lookedAt).Duration() < Again || await StandingAsync(services, ct) is not { } guard)
            return;
        lookedAt = now;
        try
        {
            if (!await services.GetRequiredService<Clocks>().AgreeAsync(ct))
                return;
        }
        catch (CanvasConnector.Errors.CanvasException fault)
        {
            LogUnknown(fault.Kind);
            return;
        }
        var guards = services.GetRequiredService<RemovalGuards>();
        await guards.EndAsync(guard, "done", "bot", ct);
        await services.GetRequiredService<RegistryContext>().SaveChangesAsync(ct);
        await guards.WakeAsync(ct);
    }

    private static Task<GuardRow?> StandingAsync(IServiceProvider services, CancellationToken ct) =>
        services
            .GetRequiredService<RegistryContext>()
            .Guards.FirstOrDefaultAsync(guard => guard.Kind == GuardKind.Clocks && guard.EndedAt == null, ct);

    [LoggerMessage(LogLevel.Warning, "deletion: removal stays paused: Canvas's clock can't be read ({Kind})")]
    private partial void LogUnknown(CanvasConnector.Errors.CanvasErrorKind kind);
}
