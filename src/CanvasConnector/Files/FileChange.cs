using CanvasConnector.Folders;

namespace CanvasConnector.Files;

/// <summary>What is to change in a file; what is not set stays as it is.</summary>
public sealed record FileChange
{
    public string? Name { get; init; }

    public CanvasId<CanvasFolder>? FolderId { get; init; }

    public bool? Locked { get; init; }

    public bool? Hidden { get; init; }

    /// <summary>Set to null to take the limit away.</summary>
    public Field<DateTimeOffset?> LockAt { get; init; }

    /// <summary>Set to null to take the limit away.</summary>
    public Field<DateTimeOffset?> UnlockAt { get; init; }
}
