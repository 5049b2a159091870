namespace CanvasSimulator.World;

/// <summary>An account; a root account has no parent.</summary>
internal sealed class Account
{
    public long Id { get; set; }

    public long? ParentId { get; set; }

    public string Name { get; set; } = "";
}
