namespace RecordingPolicy.Decisions;

/// <summary>What a decision comes to.</summary>
public enum Outcome
{
    /// <summary>Recording may start once the conditions hold.</summary>
    Approved,

    /// <summary>Recording would not be lawful; the findings say which way is left.</summary>
    Refused,

    /// <summary>Answers are missing.</summary>
    Incomplete,

    /// <summary>The data protection function answers; recording waits.</summary>
    Referred,
}
