namespace RecordingBot.Registry;

/// <summary>What came of verifying the audit.</summary>
/// <param name="Status">0 where it is whole, 2 where it is broken, 3 where a checkpoint knows of more entries than there are.</param>
/// <param name="Entries">How many entries were looked at.</param>
/// <param name="Words">What is wrong, the first thing that is; null where nothing is.</param>
public sealed record AuditVerdict(int Status, long Entries, string? Words)
{
    public const int Broken = 2;
    public const int Newer = 3;
}
