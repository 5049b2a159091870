using CanvasConnector.Folders;

namespace CanvasConnector.Files;

/// <summary>What is going to be uploaded, and where to. Exactly one of folder id and folder path.</summary>
public sealed record FileToUpload
{
    private FileToUpload(string name, long size, string contentType)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(contentType);
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        (Name, Size, ContentType) = (name, size, contentType);
    }

    public FileToUpload(string name, long size, string contentType, CanvasId<CanvasFolder> folder)
        : this(name, size, contentType) => FolderId = folder;

    public FileToUpload(string name, long size, string contentType, string folderPath)
        : this(name, size, contentType)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folderPath);
        FolderPath = folderPath;
    }

    /// <summary>The name people see; slashes are part of it, not folders.</summary>
    public string Name { get; }

    /// <summary>Bytes, exactly.</summary>
    public long Size { get; }

    public string ContentType { get; }

    public CanvasId<CanvasFolder>? FolderId { get; }

    /// <summary>From the top of the course's files; made if missing.</summary>
    public string? FolderPath { get; }
}
