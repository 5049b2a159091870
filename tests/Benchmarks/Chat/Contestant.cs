namespace Benchmarks.Chat;

/// <summary>A contestant, and what its rounds came to.</summary>
internal sealed class Contestant(string name, Load load, params IReadOnlyList<Child> programs)
{
    private readonly List<double> rounds = [];
    private readonly List<double> milliseconds = [];
    private TimeSpan worked;

    public string Name { get; } = name;

    public Load Load { get; } = load;

    /// <summary>The median of the rounds.</summary>
    public double TurnsPerSecond => rounds.Median();

    /// <summary>Every turn's time.</summary>
    public IReadOnlyList<double> Milliseconds => milliseconds;

    /// <summary>The processors' time that its programs take for a turn; compiling is part of it while they are not warm.</summary>
    public double WorkPerTurn => worked.TotalMilliseconds / milliseconds.Count;

    public async Task MeasureAsync(TimeSpan time, CancellationToken ct)
    {
        var before = Worked();
        var (turnsPerSecond, each) = await Load.RunAsync(time, ct);
        worked += Worked() - before;
        rounds.Add(turnsPerSecond);
        milliseconds.AddRange(each);
    }

    private TimeSpan Worked() => programs.Aggregate(TimeSpan.Zero, (sum, program) => sum + program.Worked);
}
