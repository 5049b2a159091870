namespace ZoomSimulator.State;

/// <summary>What a host's computer has recorded of a session so far.</summary>
internal sealed class LocalRecording
{
    /// <summary>The folder's name, without its place.</summary>
    public required string Folder { get; init; }

    /// <summary>The number in the files' names.</summary>
    public required string Magic { get; init; }

    /// <summary>How often recording was started.</summary>
    public int Segments { get; set; }

    public bool Running { get; set; }

    /// <summary>When its session began.</summary>
    public DateTimeOffset Since { get; init; }
}
