using System.Threading.RateLimiting;
using RecordingBot.Hosting;

namespace RecordingBot.Notices;

/// <summary>Counts links that lead to no notice, for each address: whoever guesses is stopped soon, a lecture hall with a right link is not (security.md 2).</summary>
public sealed class NoticeMisses : IDisposable
{
    private const int PerMinute = 20;

    private readonly PartitionedRateLimiter<HttpContext> limiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
    {
        var permits = RateLimits.For(context, PerMinute);
        return RateLimitPartition.GetFixedWindowLimiter(
            RateLimits.AddressOf(context),
            _ => new() { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) }
        );
    });

    /// <summary>Notes a miss; false when the address has had too many.</summary>
    public bool Note(HttpContext context)
    {
        using var lease = limiter.AttemptAcquire(context);
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
