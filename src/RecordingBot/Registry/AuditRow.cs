using System.ComponentModel.DataAnnotations.Schema;

namespace RecordingBot.Registry;

/// <summary>
/// One state change, written in the transaction that makes it (invariant I7), and chained to the entry before it (security.md 7). No names, no content:
/// ids and rule ids; what could be personal stands here as a <see cref="Commitment"/>.
/// </summary>
public sealed class AuditRow
{
    private static long made;

    /// <summary>Without gaps, given when it is saved.</summary>
    public long Sequence { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Who: <c>person:COMMITMENT</c>, <c>bot</c>, <c>agent:COMMITMENT</c>, <c>zoom</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>What, in the words of the seven steps: <c>recording.registered</c>.</summary>
    public required string Action { get; init; }

    /// <summary>On what: <c>recording:ID</c>.</summary>
    public required string Subject { get; init; }

    public string? Before { get; init; }
    public string? After { get; init; }

    /// <summary>Codes; or <c>said:COMMITMENT</c> where a person typed it.</summary>
    public string? Reason { get; init; }

    /// <summary>The pack's edition by which it was decided; null where no rule had a part in it.</summary>
    public string? Edition { get; init; }

    /// <summary>The request or the piece of work that it came of, as logs and faults name it.</summary>
    public string? RequestId { get; init; }

    /// <summary>Every state that its transaction changed (<see cref="AuditedState"/>, JSON); on the last entry of a transaction only.</summary>
    public string? Changes { get; init; }

    /// <summary>The hash of the entry before it, 32 bytes; null in what was written before there was a chain.</summary>
    public byte[]? PreviousHash { get; init; }

    /// <summary><see cref="AuditHash"/> over every other field; null as above.</summary>
    public byte[]? Hash { get; init; }

    /// <summary>Several entries of one save keep the order in which they were made.</summary>
    [NotMapped]
    internal long Ordinal { get; } = Interlocked.Increment(ref made);

    /// <summary>What its commitments stand for.</summary>
    [NotMapped]
    internal List<Commitment> Sealed { get; } = [];

    /// <summary>What statements of their own have changed of its subject.</summary>
    [NotMapped]
    internal Dictionary<string, object?> Noted { get; } = new(StringComparer.Ordinal);

    /// <summary>Says what a statement of its own, beside the tracked rows, has changed of its subject.</summary>
    /// <param name="column">One of the columns of <see cref="AuditedState"/>.</param>
    /// <param name="value">What it is now.</param>
    public AuditRow With(string column, object? value)
    {
        Noted[column] = value;
        return this;
    }
}
