namespace CanvasSimulator.World;

/// <summary>A term of the root account.</summary>
internal sealed class Term
{
    public long Id { get; set; }

    public string Name { get; set; } = "";

    public string? SisId { get; set; }

    public DateTimeOffset? StartAt { get; set; }

    public DateTimeOffset? EndAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public bool Deleted { get; set; }

    /// <summary>By enrollment type.</summary>
    public Dictionary<string, Dates> Overrides { get; set; } = [];
}
