namespace RecordingBot.Registry;

/// <summary>What a commitment in an audit entry stands for. Erasing the row leaves the chain whole, and nobody can tell any more what it was.</summary>
public sealed class AuditValueRow
{
    public long Sequence { get; init; }
    public AuditField Field { get; init; }

    /// <summary>32 random bytes: without them nobody finds the value by trying.</summary>
    public required byte[] Salt { get; init; }

    public required string Value { get; init; }
}
