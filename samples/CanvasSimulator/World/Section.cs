namespace CanvasSimulator.World;

/// <summary>A section of a course.</summary>
internal sealed class Section
{
    public long Id { get; set; }

    public long CourseId { get; set; }

    public string Name { get; set; } = "";

    public DateTimeOffset? StartAt { get; set; }

    public DateTimeOffset? EndAt { get; set; }

    public bool Restrict { get; set; }

    public bool Deleted { get; set; }
}
