namespace RecordingPolicy.Recordings;

/// <summary>Who records.</summary>
public enum RecorderRole
{
    /// <summary>Also doctoral students, external experts and members, and student representatives on boards (HB §1, §29).</summary>
    Employee,
    Student,
}
