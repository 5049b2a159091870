namespace RecordingBot.Notices;

/// <summary>A privacy notice exactly as published; what is shown is what is recorded (I6).</summary>
public sealed class NoticeRow
{
    public Guid Id { get; init; }
    public Guid MeetingId { get; init; }

    /// <summary>The decision that it tells of: the newest that comes to the same text.</summary>
    public Guid DecisionId { get; set; }

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

    /// <summary>What a consent to it is bound to (<see cref="RecordingPolicy.Notices.PrivacyNotice.ScopeOf"/>).</summary>
    public string Scope { get; set; } = "";

    /// <summary>The further courses that it names: their ids, separated by spaces.</summary>
    public string FurtherCourses { get; set; } = "";

    /// <summary>The end of the recording as it was when this was composed.</summary>
    public DateTimeOffset? EndsAt { get; set; }

    public DateTimeOffset PublishedAt { get; init; }
    public DateTimeOffset? PostedAt { get; set; }
    public DateTimeOffset? PostFailingSince { get; set; }

    /// <summary>
    /// When it ceased to be the version that stands. While another stands, this one's link leads there, and its text can still be read; where none
    /// does, the link leads nowhere.
    /// </summary>
    public DateTimeOffset? RevokedAt { get; set; }
}
