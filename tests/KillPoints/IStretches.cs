namespace KillPoints;

/// <summary>Some of the scenarios: a class of tests for each half lets both cores work.</summary>
public interface IStretches
{
    /// <summary>Their names.</summary>
    static abstract IReadOnlyList<string> Names { get; }
}
