namespace ZoomConnector.Groups;

/// <summary>A user in a group.</summary>
public sealed record GroupMember
{
    /// <summary>The user id.</summary>
    public required string Id { get; init; }
}
