namespace KillPoints;

/// <summary>Those in which somebody does something.</summary>
public sealed class Acted : IStretches
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Names => [.. Scenarios.Acted.Select(scenario => scenario.Name)];
}
