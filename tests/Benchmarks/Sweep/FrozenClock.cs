namespace Benchmarks.Sweep;

/// <summary>Shows one moment only, so that every contestant writes the same.</summary>
internal sealed class FrozenClock(DateTimeOffset moment) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => moment;
}
