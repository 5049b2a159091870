namespace RecordingBot.Meetings;

/// <summary>What a host's settings make Zoom itself tell those who are recorded (facts/zoom.md 3.4).</summary>
[Flags]
public enum DisclaimerSetting
{
    /// <summary>Nothing.</summary>
    Off = 0,

    /// <summary>That the meeting is recorded.</summary>
    Shown = 1,

    /// <summary>Participants must accept it or leave.</summary>
    AsksParticipants = 2,

    /// <summary>The host must confirm before recording starts.</summary>
    AsksHost = 4,
}
