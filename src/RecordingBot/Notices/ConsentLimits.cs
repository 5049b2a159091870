using System.Threading.RateLimiting;
using RecordingBot.Hosting;

namespace RecordingBot.Notices;

/// <summary>How often answers are taken from one address, which a lecture hall shares, and from one browser (security.md 2).</summary>
public sealed class ConsentLimits : IDisposable
{
    private const int OfAnAddressPerMinute = 300;
    private const int OfABrowserPerMinute = 10;

    private readonly PartitionedRateLimiter<HttpContext> ofAddress = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        Window(context, RateLimits.AddressOf(context), OfAnAddressPerMinute)
    );

    private readonly PartitionedRateLimiter<HttpContext> ofBrowser = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        Window(context, ConsentCookie.Of(context.Request) ?? "", OfABrowserPerMinute)
    );

    /// <summary>Notes an answer; false when there have been too many.</summary>
    public bool Note(HttpContext context)
    {
        using var one = ofAddress.AttemptAcquire(context);
        if (!one.IsAcquired)
            return false;
        using var other = ofBrowser.AttemptAcquire(context);
        return other.IsAcquired;
    }

    // One by one: a chain of limiters, disposed of, leaves those that it was made of with their timers.
    public void Dispose()
    {
        ofAddress.Dispose();
        ofBrowser.Dispose();
    }

    private static RateLimitPartition<string> Window(HttpContext context, string key, int perMinute)
    {
        var permits = RateLimits.For(context, perMinute);
        return RateLimitPartition.GetFixedWindowLimiter(key, _ => new() { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) });
    }
}
