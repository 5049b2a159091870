namespace RecordingPolicy.Meetings;

/// <summary>Who takes part beside the recorder; none of them means not answered.</summary>
[Flags]
public enum AudienceGroups
{
    None = 0,
    Students = 1,
    Employees = 2,
    External = 4,
}
