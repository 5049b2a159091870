namespace RecordingPolicy.Packs;

/// <summary>Which of Canvas's instants closes a course for its recordings (design.md 4).</summary>
public enum ClosingRule
{
    /// <summary>When students can no longer open the course.</summary>
    Students,

    /// <summary>When Canvas itself calls the course concluded.</summary>
    Strict,
}
