namespace RecordingPolicy.Meetings;

/// <summary>Why the purpose needs a recording. Null means not answered.</summary>
public sealed record Necessity
{
    /// <summary>Whether the purpose can be reached, with reasonable means, without recording.</summary>
    public bool? AchievableWithout { get; init; }

    /// <summary>Whether anonymous data would do (research).</summary>
    public bool? AchievableAnonymously { get; init; }

    public string? Justification { get; init; }
}
