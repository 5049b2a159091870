namespace CanvasConnector.Access;

/// <summary>What Canvas shows of a token (Access Tokens API); the token itself is never part of it.</summary>
internal sealed record ShownToken
{
    /// <summary>Empty if the token is not limited.</summary>
    public required List<string> Scopes { get; init; }
}
