namespace RecordingPolicy.Decisions;

/// <summary>A step that a condition stands before.</summary>
public enum GuardedStep
{
    RecordingStart,
    Publication,
    Deletion,
}
