namespace CanvasSimulator.World;

/// <summary>What a person's consent is worth once, for a short time: a token.</summary>
internal sealed class AuthorizationCode
{
    public string Value { get; set; } = "";

    public long KeyId { get; set; }

    public long UserId { get; set; }

    public List<string> Scopes { get; set; } = [];

    public DateTimeOffset ExpiresAt { get; set; }
}
