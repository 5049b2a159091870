namespace RecordingPolicy.Publication;

/// <summary>The kind of place where a recording is published.</summary>
public enum PublicationKind
{
    None,
    CanvasCourse,
    ApprovedSystem,
    OpenInternet,
}
