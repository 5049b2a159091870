namespace RecordingPolicy.Meetings;

/// <summary>References to approvals that were given; null means not given, which is no unanswered fact.</summary>
public sealed record Approvals
{
    /// <summary>The data protection function's answer to a referral; it holds only for the facts that it was given for.</summary>
    public string? Dpo { get; init; }

    /// <summary>The ethical approval of a research project.</summary>
    public string? Ethics { get; init; }

    /// <summary>The document that says who is controller together with a partner outside.</summary>
    public string? JointControllers { get; init; }
}
