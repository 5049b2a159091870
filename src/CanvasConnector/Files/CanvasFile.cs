using System.Text.Json.Serialization;
using CanvasConnector.Folders;
using CanvasConnector.Http;

namespace CanvasConnector.Files;

/// <summary>
/// A file (Files API). Its download address is left out on purpose: it can open the file for whoever holds it.
/// </summary>
public sealed record CanvasFile : IIdentified<CanvasFile>
{
    public required CanvasId<CanvasFile> Id { get; init; }

    public string? Uuid { get; init; }

    public CanvasId<CanvasFolder>? FolderId { get; init; }

    public required string DisplayName { get; init; }

    public string? Filename { get; init; }

    [JsonPropertyName("content-type")]
    public string? ContentType { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    public DateTimeOffset? UnlockAt { get; init; }

    /// <summary>Students may open the file up to and including this moment; null for no limit.</summary>
    public DateTimeOffset? LockAt { get; init; }

    /// <summary>Locked by its own switch; a locked folder around it is not told here.</summary>
    public bool? Locked { get; init; }

    /// <summary>Not listed, but students who have the link can open it.</summary>
    public bool? Hidden { get; init; }

    /// <summary>Whether the caller may not open it; administrators and teachers always may.</summary>
    public bool? LockedForUser { get; init; }

    public string? MediaEntryId { get; init; }

    /// <summary><c>deleted</c> where Canvas still shows a removed file; usually it says 404 instead.</summary>
    public string? WorkflowState { get; init; }
}
