using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;
using RecordingBot.Hosting;

namespace RecordingBot.Meetings;

/// <summary>
/// Counts deliveries that are not Zoom's, for each address: whoever sends too many is turned away before anything is computed for them (security.md 2).
/// Behind a proxy that doesn't pass addresses on, all share one.
/// </summary>
public sealed class WebhookMisses : IDisposable
{
    private const int PerMinute = 30;

    private readonly PartitionedRateLimiter<HttpContext> misses = PerAddress(context => RateLimits.For(context, PerMinute));
    private readonly PartitionedRateLimiter<HttpContext> told = PerAddress(_ => 1);

    /// <summary>Notes one that was refused.</summary>
    public void Note(HttpContext context) => misses.AttemptAcquire(context).Dispose();

    /// <summary>Whether an address has had too many.</summary>
    /// <param name="context">The request.</param>
    /// <param name="retryAfter">How long it stays turned away.</param>
    public bool IsStopped(HttpContext context, [NotNullWhen(true)] out TimeSpan? retryAfter)
    {
        using var lease = misses.AttemptAcquire(context, permitCount: 0);
        retryAfter =
            lease.IsAcquired ? null
            : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait
            : TimeSpan.FromMinutes(1);
        return retryAfter is not null;
    }

    /// <summary>True once a minute for each address.</summary>
    public bool IsToBeTold(HttpContext context)
    {
        using var lease = told.AttemptAcquire(context);
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        misses.Dispose();
        told.Dispose();
    }

    private static PartitionedRateLimiter<HttpContext> PerAddress(Func<HttpContext, int> permits) =>
        PartitionedRateLimiter.Create<HttpContext, string>(context =>
        {
            var limit = permits(context);
            return RateLimitPartition.GetFixedWindowLimiter(
                RateLimits.AddressOf(context),
                _ => new() { PermitLimit = limit, Window = TimeSpan.FromMinutes(1) }
            );
        });
}
