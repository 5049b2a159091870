namespace RecordingBot.Recordings;

/// <summary>What a publication can wait for, while everything else goes on.</summary>
public enum PublicationWait
{
    /// <summary>The recorder's computer sends the file.</summary>
    Upload,

    /// <summary>The file doesn't fit into the course: a person is asked.</summary>
    Room,

    /// <summary>It failed, and is tried again.</summary>
    Fault,
}
