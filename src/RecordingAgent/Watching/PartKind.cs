namespace RecordingAgent.Watching;

/// <summary>What a file in a session folder is (Zoom's file names, facts/zoom 5.2).</summary>
public enum PartKind
{
    /// <summary>Anything else that lies in the folder, Zoom's own state files too.</summary>
    Other,

    /// <summary>Picture and mixed sound.</summary>
    Video,

    /// <summary>The mixed sound alone.</summary>
    Audio,

    /// <summary>What was written in the meeting.</summary>
    Chat,

    /// <summary>Captions or a transcript.</summary>
    Captions,

    /// <summary>One participant's own sound track.</summary>
    ParticipantAudio,
}
