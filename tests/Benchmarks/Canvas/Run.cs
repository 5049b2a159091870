namespace Benchmarks.Canvas;

/// <summary>What a contestant says of one run.</summary>
/// <param name="Seconds">From the first call until the last item, or the file read back.</param>
/// <param name="Items">How many items there were, or bytes.</param>
/// <param name="PeakMebibytes">The most memory that its process has held so far.</param>
internal sealed record Run(double Seconds, long Items, double PeakMebibytes);
