namespace RecordingPolicy.Meetings;

/// <summary>What the meeting is: it decides which rules hold (rules.md, <c>meeting.kind</c>).</summary>
public enum MeetingKind
{
    Teaching,
    Examination,

    /// <summary>A case or decision about somebody is handled.</summary>
    AuthorityExercise,
    Research,
    Other,
}
