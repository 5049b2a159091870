namespace ZoomConnector.Groups;

/// <summary>A group of the account's users.</summary>
public sealed record ZoomGroup
{
    /// <summary>The group's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name, as an administrator gave it; null when not told.</summary>
    public string? Name { get; init; }
}
