using CanvasConnector.Http;

namespace CanvasConnector.Users;

/// <summary>A user of Canvas (Users API).</summary>
public sealed record CanvasUser : IIdentified<CanvasUser>
{
    public required CanvasId<CanvasUser> Id { get; init; }

    public string? Name { get; init; }
}
