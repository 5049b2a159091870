namespace RecordingBot.Registry;

/// <summary>Where the audit's chain has come to: one row, which whoever writes an entry locks until the transaction ends.</summary>
public sealed class AuditHeadRow
{
    /// <summary>The only row's.</summary>
    public const int TheOne = 1;

    public int Id { get; init; }

    /// <summary>How many entries there are; the latest one's sequence.</summary>
    public long Sequence { get; init; }

    /// <summary>The latest entry's hash; zeros before the first.</summary>
    public required byte[] Hash { get; init; }
}
