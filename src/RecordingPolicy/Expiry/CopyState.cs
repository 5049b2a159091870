namespace RecordingPolicy.Expiry;

/// <summary>How far the removal of a copy has come.</summary>
public enum CopyState
{
    /// <summary>There, as far as is known.</summary>
    Present,

    /// <summary>Removed, not yet read back.</summary>
    Removed,

    /// <summary>Read back as absent, and receipted.</summary>
    Gone,
}
