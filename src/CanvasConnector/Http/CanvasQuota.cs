namespace CanvasConnector.Http;

/// <summary>The token's share of Canvas's patience, in Canvas's own unit (facts: Canvas 2.2).</summary>
/// <param name="Remaining">What is left of the bucket; may be negative; null while unknown.</param>
/// <param name="LastCost">What the last answered call cost; null if it did not say.</param>
public sealed record CanvasQuota(double? Remaining, double? LastCost)
{
    internal static readonly CanvasQuota Unknown = new(null, null);

    internal static CanvasQuota From(double? remaining, double? cost, CanvasQuota before) =>
        remaining is null ? before : new(remaining, cost);
}
