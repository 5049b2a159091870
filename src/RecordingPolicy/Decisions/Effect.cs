namespace RecordingPolicy.Decisions;

/// <summary>What a finding does to the decision, the gravest first.</summary>
public enum Effect
{
    Refuse,
    Ask,
    Refer,
    Condition,
    Advise,
}
