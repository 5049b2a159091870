namespace CanvasConnector.Files;

/// <summary>The only thing of a storage service's answer that is used: which file to read back.</summary>
internal sealed record UploadedId
{
    public required CanvasId<CanvasFile> Id { get; init; }
}
