namespace ZoomConnector.Webhooks;

/// <summary>What happened to a cloud recording; local ones have no events (facts/zoom.md 2.4).</summary>
public enum RecordingChange
{
    /// <summary>One that is new to us; see <see cref="ZoomEvent.Name"/>.</summary>
    Other,

    /// <summary>Recording began.</summary>
    Started,

    /// <summary>Recording pauses.</summary>
    Paused,

    /// <summary>Recording goes on.</summary>
    Resumed,

    /// <summary>Recording stopped, perhaps to start again: nothing is ready yet.</summary>
    Stopped,

    /// <summary>Files are ready; may come several times for one meeting.</summary>
    Completed,

    /// <summary>The transcript is ready.</summary>
    TranscriptCompleted,

    /// <summary>Put into the trash, from where it can come back for 30 days.</summary>
    Trashed,

    /// <summary>Deleted for good.</summary>
    Deleted,

    /// <summary>Taken back from the trash.</summary>
    Recovered,

    /// <summary>Many at once into the trash; see <see cref="RecordingEvent.Instances"/>, which may be empty.</summary>
    BatchTrashed,

    /// <summary>Many at once deleted for good.</summary>
    BatchDeleted,

    /// <summary>Many at once taken back from the trash.</summary>
    BatchRecovered,
}
