namespace RecordingPolicy.Expiry;

/// <summary>What happens when a recording's time is over.</summary>
public enum RetentionEnd
{
    Delete,

    /// <summary>A signed-off hand-over to the archive comes first: the recording belongs to a case.</summary>
    ArchiveThenDelete,
}
