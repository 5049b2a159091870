namespace KillPoints;

/// <summary>Some of the scenarios: a class of tests for each half lets both cores work.</summary>
public interface IStretches
{
    /// <summary>Their names.</summary>
    static abstract IReadOnlyList<string> Names { get; }
}

/// <summary>Those in which somebody does something.</summary>
public sealed class Acted : IStretches
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Names => [.. Scenarios.Acted.Select(scenario => scenario.Name)];
}

/// <summary>Those in which time brings something.</summary>
public sealed class Timed : IStretches
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Names => [.. Scenarios.Timed.Select(scenario => scenario.Name)];
}
