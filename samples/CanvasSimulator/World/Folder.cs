namespace CanvasSimulator.World;

/// <summary>A folder of a course's files; the root has no parent.</summary>
internal sealed class Folder
{
    public long Id { get; set; }

    public long CourseId { get; set; }

    public long? ParentId { get; set; }

    public string Name { get; set; } = "";

    public bool Locked { get; set; }

    public bool Hidden { get; set; }

    public DateTimeOffset? LockAt { get; set; }

    public DateTimeOffset? UnlockAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
