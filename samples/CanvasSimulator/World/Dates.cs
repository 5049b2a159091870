namespace CanvasSimulator.World;

/// <summary>A span whose ends may be open.</summary>
internal sealed class Dates
{
    public DateTimeOffset? StartAt { get; set; }

    public DateTimeOffset? EndAt { get; set; }
}
