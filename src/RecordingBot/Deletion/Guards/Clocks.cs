using CanvasConnector;
using Microsoft.Extensions.Options;
using RecordingBot.Registry;

namespace RecordingBot.Deletion.Guards;

/// <summary>Holds this computer's clock against Canvas's and the database's.</summary>
public sealed class Clocks(
    CanvasClient canvas,
    RegistryContext registry,
    LeaseTime database,
    ClockWatch watch,
    IOptions<GuardOptions> options,
    TimeProvider clock
)
{
    /// <summary>What Canvas said so lately needs no new question.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(1);

    /// <summary>Whether the clocks agree closely enough to remove something by them.</summary>
    /// <exception cref="CanvasConnector.Errors.CanvasException">Canvas can't be asked: nothing is known.</exception>
    public async Task<bool> AgreeAsync(CancellationToken ct)
    {
        if (watch.HasJumped() || canvas.ServerTime is not { } told || (clock.GetUtcNow() - told.SeenAt).Duration() > Lately)
            await canvas.Users.SelfAsync(ct);
        if (await database.ReadAsync(registry, ct) is { } shown && IsApart(clock.GetUtcNow() - shown))
            return false;
        // Without a date in Canvas's answer nothing is known either.
        if (canvas.ServerTime is not { } seen || IsApart(seen.Difference))
            return false;
        watch.Confirm();
        return true;
    }

    private bool IsApart(TimeSpan difference) => difference.Duration() > options.Value.ClocksApart;
}
