namespace CanvasSimulator.World;

/// <summary>A line in a module.</summary>
internal sealed class ModuleItem
{
    public long Id { get; set; }

    public long ModuleId { get; set; }

    public string Type { get; set; } = "";

    public string Title { get; set; } = "";

    public long? ContentId { get; set; }

    public string? ExternalUrl { get; set; }

    public int Position { get; set; }

    public int Indent { get; set; }

    public bool Published { get; set; }
}
