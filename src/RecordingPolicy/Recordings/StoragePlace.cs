namespace RecordingPolicy.Recordings;

/// <summary>The kind of place where a recording is kept.</summary>
public enum StoragePlace
{
    RecorderComputer,

    /// <summary>A system of the institution, named.</summary>
    ApprovedSystem,
    RemovableEncrypted,
    Removable,
    ZoomCloud,

    /// <summary>Somebody else's cloud, named.</summary>
    OtherCloud,
}
