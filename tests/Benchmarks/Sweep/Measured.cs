namespace Benchmarks.Sweep;

/// <summary>What a contestant's process says after a run.</summary>
/// <param name="Seconds">How long it took.</param>
/// <param name="PeakMebibytes">The most memory that the process has had so far.</param>
internal sealed record Measured(double Seconds, double PeakMebibytes);
