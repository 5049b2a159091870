namespace CanvasSimulator.Sandbox;

/// <summary>What a fault leaves of a call: nothing, or the news that there is no room.</summary>
internal readonly record struct FaultEffect(bool Handled, bool QuotaFull);
