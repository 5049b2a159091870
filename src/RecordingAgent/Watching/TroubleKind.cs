namespace RecordingAgent.Watching;

/// <summary>What keeps the agent from knowing about a folder.</summary>
public enum TroubleKind
{
    /// <summary>A watched folder isn't there: not mounted, moved or removed.</summary>
    RootMissing,

    /// <summary>A watched folder is there, but not the mark that the agent left in it: something else is mounted in its place.</summary>
    RootChanged,

    /// <summary>A folder or a file in it can't be read.</summary>
    Unreadable,

    /// <summary>A link, a device or a pipe lies among the files; it is left alone.</summary>
    OddEntry,

    /// <summary>Zoom hasn't finished a folder, and nothing has changed in it for long: the conversion was broken off.</summary>
    Unfinished,

    /// <summary>A video or audio file is cut off or no media file at all.</summary>
    Damaged,
}
