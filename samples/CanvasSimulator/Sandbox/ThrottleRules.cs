namespace CanvasSimulator.Sandbox;

/// <summary>How Canvas's leaky bucket is set (facts: Canvas 2.2); the units are Canvas's own, seconds of work.</summary>
/// <param name="Full">From here on calls are refused.</param>
/// <param name="Capacity">The bucket holds no more than this.</param>
/// <param name="Leak">What flows out in a second.</param>
/// <param name="Reserve">What a running call holds until it ends.</param>
/// <param name="Cost">What a call that was answered leaves in the bucket.</param>
/// <param name="Refusal">403, the older way, or 429.</param>
internal sealed record ThrottleRules(double Full, double Capacity, double Leak, double Reserve, double Cost, int Refusal);
