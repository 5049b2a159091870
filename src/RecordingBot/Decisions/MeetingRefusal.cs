namespace RecordingBot.Decisions;

/// <summary>Why nothing could be decided for a meeting.</summary>
public enum MeetingRefusal
{
    /// <summary>Nothing stood in the way.</summary>
    None,

    /// <summary>There is no such meeting.</summary>
    NotFound,

    /// <summary>The person is neither its host nor an active teacher of its course.</summary>
    Forbidden,
}
