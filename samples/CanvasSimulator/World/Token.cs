namespace CanvasSimulator.World;

/// <summary>An access token and whose it is; made by hand, or by a developer key.</summary>
internal sealed class Token
{
    public string Value { get; set; } = "";

    public long UserId { get; set; }

    /// <summary>Null for a token that was made by hand.</summary>
    public long? KeyId { get; set; }

    public string? RefreshToken { get; set; }

    /// <summary>As they were asked for.</summary>
    public List<string> Scopes { get; set; } = [];

    public DateTimeOffset? ExpiresAt { get; set; }

    public bool Revoked { get; set; }
}
