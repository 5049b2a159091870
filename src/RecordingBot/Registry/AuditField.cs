namespace RecordingBot.Registry;

/// <summary>Which field of an audit entry holds a commitment. Stored as a number.</summary>
public enum AuditField
{
    Actor = 1,
    Subject = 2,
    Before = 3,
    After = 4,
    Reason = 5,
}
