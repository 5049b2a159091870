using System.Collections.Immutable;

namespace ZoomConnector.Users;

/// <summary>A person of the account.</summary>
public sealed record ZoomUser
{
    /// <summary>The user id, for every other call.</summary>
    public required string Id { get; init; }

    /// <summary>The address that the person signs in with; null when not told.</summary>
    public string? Email { get; init; }

    /// <summary>The name that others see; null when not told.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The Team Chat address; null when not told, and in lists.</summary>
    public string? Jid { get; init; }

    /// <summary>Zoom's word: <c>active</c>, <c>inactive</c> or <c>pending</c>; null when not told.</summary>
    public string? Status { get; init; }

    /// <summary>The groups that the person is in; empty when not told.</summary>
    public ImmutableArray<string> GroupIds { get; init; } = [];
}
