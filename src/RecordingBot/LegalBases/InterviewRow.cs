namespace RecordingBot.LegalBases;

/// <summary>Where a person's interview stands: the answers so far and the question to resume from.</summary>
public sealed class InterviewRow
{
    public Guid PersonId { get; init; }

    /// <summary>The interview's state (JSON); free texts with personal data are never put here.</summary>
    public required string State { get; set; }

    /// <summary>Raised at every write: two windows of one person can't overwrite each other silently.</summary>
    public int Version { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
}
