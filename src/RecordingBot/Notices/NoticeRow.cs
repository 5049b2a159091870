namespace RecordingBot.Notices;

/// <summary>A privacy notice exactly as published; what is shown is what is recorded (I6).</summary>
public sealed class NoticeRow
{
    public Guid Id { get; init; }
    public Guid MeetingId { get; init; }
    public Guid DecisionId { get; init; }
    public int Version { get; init; }

    /// <summary>SHA-256 of the link's token, hex: the token itself is nowhere (security.md 3.4).</summary>
    public required string TokenHash { get; init; }

    /// <summary>The notice as data (JSON), both languages.</summary>
    public required string Content { get; init; }

    /// <summary>The exact text, both languages; <see cref="Sha256"/> is over its UTF-8 bytes.</summary>
    public required string Text { get; init; }

    /// <summary>The message for the meeting's chat, with <see cref="NoticeLinks.Unfilled"/> in its link's place.</summary>
    public required string Message { get; init; }

    public required string Sha256 { get; init; }
    public DateTimeOffset PublishedAt { get; init; }
    public DateTimeOffset? PostedAt { get; set; }
    public DateTimeOffset? PostFailingSince { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }
}
