using CanvasConnector.Http;

namespace CanvasConnector.Folders;

/// <summary>A folder of a course's files (Files API).</summary>
public sealed record CanvasFolder : IIdentified<CanvasFolder>
{
    public required CanvasId<CanvasFolder> Id { get; init; }

    public string? Name { get; init; }

    /// <summary>Locked folders hide all that lies in them, at any depth, from students.</summary>
    public required bool Locked { get; init; }
}
