namespace RecordingBot.Registry;

/// <summary>Whose turn a piece of shared work is, where several instances work on one registry.</summary>
public sealed class TurnRow
{
    /// <summary>The work's name.</summary>
    public required string Work { get; init; }

    /// <summary>The instance.</summary>
    public required string Owner { get; set; }

    public DateTimeOffset Until { get; set; }

    /// <summary>Raised with every turn: what an earlier one would still write is refused.</summary>
    public long Fence { get; set; }
}
