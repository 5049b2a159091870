namespace RecordingPolicy.Notices;

/// <summary>A right of those who are recorded (<c>notice.rights</c>), by name.</summary>
public enum Right
{
    Access,
    Complaint,
    Erasure,
    Objection,
    Portability,
    Rectification,
    Restriction,
    Withdrawal,
}
