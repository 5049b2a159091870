using ZoomSimulator;

namespace Campus.Clock;

/// <summary>The simulated Zoom, whose webhooks that failed are tried again by the clock. It shares this process's clock.</summary>
public sealed class ZoomParty(ZoomServer zoom) : IClockParty
{
    public Task<Settled> SettleAsync(TimeSpan offset, CancellationToken ct) => Task.FromResult(new Settled(zoom.NextDueAt, zoom.IsSettled));
}
