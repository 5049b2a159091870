namespace CanvasSimulator.World;

/// <summary>A module of a course.</summary>
internal sealed class Module
{
    public long Id { get; set; }

    public long CourseId { get; set; }

    public string Name { get; set; } = "";

    public int Position { get; set; }

    public DateTimeOffset? UnlockAt { get; set; }

    public bool Published { get; set; }
}
