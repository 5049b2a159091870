namespace RecordingPolicy.Meetings;

/// <summary>Where the meeting is held.</summary>
public enum MeetingPlatform
{
    Zoom,
    Teams,
    Other,
}
