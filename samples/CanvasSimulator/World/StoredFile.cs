namespace CanvasSimulator.World;

/// <summary>A file in any of its states: <c>pending</c>, <c>uploaded</c>, <c>available</c>, <c>deleted</c>.</summary>
internal sealed class StoredFile
{
    public long Id { get; set; }

    public long CourseId { get; set; }

    public long FolderId { get; set; }

    public string Uuid { get; set; } = "";

    public string Name { get; set; } = "";

    public string ContentType { get; set; } = "";

    public long Size { get; set; }

    public string? Sha256 { get; set; }

    public string State { get; set; } = "pending";

    public bool Locked { get; set; }

    public bool Hidden { get; set; }

    public DateTimeOffset? LockAt { get; set; }

    public DateTimeOffset? UnlockAt { get; set; }

    public UsageRights? UsageRights { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The signature that step 2 must bring, and the secret of step 3.</summary>
    public string UploadToken { get; set; } = "";

    public long UploaderId { get; set; }

    /// <summary>Canvas's own address as the uploader knows it.</summary>
    public string Home { get; set; } = "";

    /// <summary>The file that was put in its place by an upload of the same name.</summary>
    public long? ReplacedBy { get; set; }

    public bool Overwrites { get; set; }

    public bool IsAvailable => State == "available";
}
