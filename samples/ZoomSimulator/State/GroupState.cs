namespace ZoomSimulator.State;

/// <summary>A group of users.</summary>
internal sealed class GroupState : SharedSettings
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Ids of its users.</summary>
    public List<string> Members { get; init; } = [];
}
