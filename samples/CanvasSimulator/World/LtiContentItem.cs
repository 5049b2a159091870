namespace CanvasSimulator.World;

/// <summary>What a tool has sent back to be linked, as it wrote it.</summary>
internal sealed class LtiContentItem
{
    public long CourseId { get; set; }

    public long ClientId { get; set; }

    public string Json { get; set; } = "";
}
