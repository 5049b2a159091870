namespace CanvasSimulator.World;

/// <summary>A user; the name is a role, never a person's.</summary>
internal sealed class User
{
    public long Id { get; set; }

    public string Name { get; set; } = "";

    public bool IsAccountAdmin { get; set; }

    /// <summary>The right to act as others, without which no content is destroyed.</summary>
    public bool MayBecomeUsers { get; set; }

    public string Email => $"{Name}@campus.example.edu";
}
