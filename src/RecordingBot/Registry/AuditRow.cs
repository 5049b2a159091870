namespace RecordingBot.Registry;

/// <summary>One state change, written in the transaction that makes it (invariant I7). No names, no content: ids and rule ids.</summary>
public sealed class AuditRow
{
    public long Sequence { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>Who: <c>person:ID</c>, <c>bot</c>, <c>agent:ID</c>, <c>zoom</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>What, in the words of the seven steps: <c>recording.registered</c>.</summary>
    public required string Action { get; init; }

    /// <summary>On what: <c>recording:ID</c>.</summary>
    public required string Subject { get; init; }

    public string? Before { get; init; }
    public string? After { get; init; }
    public string? Reason { get; init; }
}
