namespace Benchmarks.Chat;

/// <summary>A contestant, and what its rounds came to.</summary>
internal sealed class Contestant(string name, Load load)
{
    private readonly List<double> rounds = [];
    private readonly List<double> milliseconds = [];

    public string Name { get; } = name;

    public Load Load { get; } = load;

    /// <summary>The median of the rounds.</summary>
    public double TurnsPerSecond => rounds.Median();

    /// <summary>Every turn's time.</summary>
    public IReadOnlyList<double> Milliseconds => milliseconds;

    public async Task MeasureAsync(TimeSpan time, CancellationToken ct)
    {
        var (turnsPerSecond, each) = await Load.RunAsync(time, ct);
        rounds.Add(turnsPerSecond);
        milliseconds.AddRange(each);
    }
}
