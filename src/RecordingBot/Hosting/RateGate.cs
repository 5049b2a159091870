using System.Globalization;
using System.Threading.RateLimiting;

namespace RecordingBot.Hosting;

/// <summary>
/// Lets a call through, or answers that there have been too many (<see cref="RateLimits"/>). The framework's own middleware makes a limiter that nobody
/// can dispose of, and that one's timer keeps the whole of an ended host in memory.
/// </summary>
public sealed class RateGate : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> limiter = PartitionedRateLimiter.Create<HttpContext, (string, string)>(
        RateLimits.Of
    );

    /// <summary>What every call passes on its way to its route.</summary>
    public async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        using var lease = limiter.AttemptAcquire(context);
        if (lease.IsAcquired)
        {
            await next(context);
            return;
        }
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        if (lease.TryGetMetadata(MetadataName.RetryAfter, out var after))
            context.Response.Headers.RetryAfter = Math.Ceiling(after.TotalSeconds).ToString(CultureInfo.InvariantCulture);
    }

    public void Dispose() => limiter.Dispose();
}
