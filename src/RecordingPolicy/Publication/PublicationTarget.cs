namespace RecordingPolicy.Publication;

/// <summary>Where a recording is published.</summary>
public sealed record PublicationTarget
{
    /// <summary>A place of a kind, with its course id or name where the kind needs one.</summary>
    /// <exception cref="ArgumentException">A course or system without its target, or the other way round.</exception>
    public PublicationTarget(PublicationKind kind, string? target = null)
    {
        if (NeedsTarget(kind) != (target is not null))
            throw new ArgumentException("Courses and systems have a target, other kinds none.", nameof(target));
        (Kind, Target) = (kind, target);
    }

    public PublicationKind Kind { get; }

    /// <summary>A Canvas course id or a system's name; null for the other kinds.</summary>
    public string? Target { get; }

    /// <summary>Whether a kind needs to say which course or system.</summary>
    public static bool NeedsTarget(PublicationKind kind) => kind is PublicationKind.CanvasCourse or PublicationKind.ApprovedSystem;

    /// <summary>Whether it is published in this Canvas course.</summary>
    public bool IsCourse(string courseId) =>
        Kind is PublicationKind.CanvasCourse && string.Equals(Target, courseId, StringComparison.Ordinal);
}
