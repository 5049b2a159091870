namespace RecordingBot.Registry;

/// <summary>A checkpoint that was made: so that the next one is made in time, and people see when the last one was.</summary>
public sealed class AuditCheckpointRow
{
    /// <summary>How many entries there were.</summary>
    public long Size { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The line that stands in the file (<see cref="AuditCheckpoint"/>).</summary>
    public required string Line { get; init; }

    /// <summary>When it went to the data protection officers by mail; null for one that didn't.</summary>
    public DateTimeOffset? MailedAt { get; set; }
}
