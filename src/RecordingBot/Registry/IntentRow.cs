namespace RecordingBot.Registry;

/// <summary>What the reconciler is about to do, written before it does it: a crash from there on is found and finished.</summary>
public sealed class IntentRow
{
    public Guid Id { get; init; }
    public Guid RecordingId { get; init; }
    public required string Step { get; init; }
    public Guid? CopyId { get; init; }
    public required string Reason { get; init; }

    /// <summary>The claim's fencing number under which it was written.</summary>
    public long Fence { get; init; }

    public DateTimeOffset At { get; init; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary><c>done</c>, <c>waits</c>, or the kind of failure; null while it runs, or after a crash.</summary>
    public string? Outcome { get; set; }
}
