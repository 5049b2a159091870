using Microsoft.Extensions.Options;

namespace RecordingBot.Deletion.Guards;

/// <summary>Notices that this computer's clock was moved: what it shows is held against the time that really went by.</summary>
public sealed class ClockWatch(TimeProvider clock, IOptions<GuardOptions> options)
{
    private readonly Lock gate = new();
    private (DateTimeOffset Shown, long Steady)? last;
    private bool doubted;

    /// <summary>Looks at the clock.</summary>
    /// <returns>Whether it has jumped, now or before, and nobody has confirmed it since.</returns>
    public bool HasJumped()
    {
        lock (gate)
        {
            var now = (Shown: clock.GetUtcNow(), Steady: clock.GetTimestamp());
            if (last is { } before)
            {
                var jump = now.Shown - before.Shown - clock.GetElapsedTime(before.Steady, now.Steady);
                doubted |= jump.Duration() > options.Value.ClockJump;
            }
            last = now;
            return doubted;
        }
    }

    /// <summary>Another clock agrees with it.</summary>
    public void Confirm()
    {
        lock (gate)
            doubted = false;
    }
}
