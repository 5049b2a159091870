using ZoomConnector.Errors;

namespace ZoomConnector.Http;

/// <summary>
/// Tries a call up to three times where that is safe, with waits of 2 s and 4 s at most, spread at random (security.md 3.7). A longer
/// wait that Zoom asks for is the caller's to plan: it is in <see cref="ZoomException.RetryAfter"/>.
/// </summary>
internal sealed class Retries(TimeProvider clock, Func<double> dice)
{
    private const int Tries = 3;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    public async Task<ZoomAnswer> RunAsync(ZoomCall call, Func<CancellationToken, Task<ZoomAnswer>> send, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            TimeSpan? wait;
            try
            {
                return await send(ct);
            }
            catch (ZoomException fault) when ((wait = WaitAfter(attempt, call.Repeatable, fault)) is not null)
            {
                await Task.Delay(wait.Value, clock, ct);
            }
        }
    }

    /// <summary>How long to wait before another attempt; null when there must be none.</summary>
    internal TimeSpan? WaitAfter(int attempt, bool repeatable, ZoomException fault)
    {
        if (attempt >= Tries)
            return null;

        var backoff = TimeSpan.FromSeconds(dice() * Math.Pow(2, attempt));
        return fault.Kind switch
        {
            // A throttled call was not carried out, so any call may be sent again.
            ZoomErrorKind.Throttled when fault.RetryAfter is { } moment => Asked(moment - clock.GetUtcNow(), backoff),
            ZoomErrorKind.Throttled => backoff,
            ZoomErrorKind.Unavailable when repeatable => backoff,
            _ => null,
        };
    }

    private static TimeSpan? Asked(TimeSpan asked, TimeSpan spread) =>
        asked > LongestWait ? null : (asked > TimeSpan.Zero ? asked : TimeSpan.Zero) + spread;
}
