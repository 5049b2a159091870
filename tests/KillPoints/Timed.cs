namespace KillPoints;

/// <summary>Those in which time brings something.</summary>
public sealed class Timed : IStretches
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Names => [.. Scenarios.Timed.Select(scenario => scenario.Name)];
}
