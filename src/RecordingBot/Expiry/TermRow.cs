namespace RecordingBot.Expiry;

/// <summary>What Canvas's list of a term's courses was like when it was last believed: the next one is held against it.</summary>
public sealed class TermRow
{
    /// <summary>Canvas's term id.</summary>
    public required string Id { get; init; }

    /// <summary>How many courses it had, in every state.</summary>
    public int Courses { get; set; }

    /// <summary>How many a list had that was not believed; null while the last one was.</summary>
    public int? Doubted { get; set; }

    /// <summary>When the last list was believed; null while none was.</summary>
    public DateTimeOffset? ListedAt { get; set; }
}
