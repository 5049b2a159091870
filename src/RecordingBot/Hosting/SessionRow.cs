namespace RecordingBot.Hosting;

/// <summary>A sign-in; an administrator can end it.</summary>
public sealed class SessionRow
{
    /// <summary>SHA-256 of the token, hex; the token itself is only with its holder.</summary>
    public required string TokenHash { get; init; }

    public Guid PersonId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset LastSeenAt { get; set; }
}
