namespace RecordingBot.Meetings;

/// <summary>A verified webhook, durable before Zoom gets its 2xx (I3); its digest makes a repetition harmless (I4).</summary>
public sealed class InboxRow
{
    public long Id { get; init; }

    /// <summary>SHA-256 of the raw body, hex.</summary>
    public required string Digest { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Correctly signed but late: acted on by asking Zoom, never by what it says.</summary>
    public bool Stale { get; init; }

    /// <summary>Came through the chatbot's door, signed by its app: a word to the bot is taken from there alone, and an event of a meeting never.</summary>
    public bool IsChat { get; init; }

    /// <summary>The raw body; erased once processed, or a week later where it was an event that is new to us.</summary>
    public byte[]? Body { get; set; }

    public DateTimeOffset? ProcessedAt { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset NextAttemptAt { get; set; }
}
