namespace ZoomSimulator.State;

/// <summary>The challenge that the webhook's address has to answer now and then (facts/zoom.md 1.3).</summary>
internal sealed class UrlCheck
{
    /// <summary>When it was last asked; null before the first time.</summary>
    public DateTimeOffset? At { get; set; }

    /// <summary>Whether it answered rightly then.</summary>
    public bool? Valid { get; set; }

    /// <summary>When it is asked next; null before the server first runs.</summary>
    public DateTimeOffset? NextAt { get; set; }
}
