namespace ZoomSimulator.Sandbox;

/// <summary>A fault to have, once unless said otherwise.</summary>
internal sealed record FaultOrder(string? Fault, int? Times);
