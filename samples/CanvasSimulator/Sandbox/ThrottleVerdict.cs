namespace CanvasSimulator.Sandbox;

/// <summary>What the throttle says of a call.</summary>
/// <param name="Rules">Those that count for it; null where nothing does.</param>
/// <param name="Refusal">The status to refuse with; 0 where it may run.</param>
internal readonly record struct ThrottleVerdict(ThrottleRules? Rules, int Refusal)
{
    /// <summary>What a refused call is told to remain.</summary>
    public double Remaining { get; init; }
}
