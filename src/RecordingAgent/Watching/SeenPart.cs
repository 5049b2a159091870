namespace RecordingAgent.Watching;

/// <summary>One file of a recording.</summary>
public sealed record SeenPart
{
    /// <summary>Its path below the root, with <c>/</c> between names, exactly as on the disk; what an order names.</summary>
    public required string RelativePath { get; init; }

    /// <summary>Its file name for people (Unicode NFC).</summary>
    public required string Name { get; init; }

    public required PartKind Kind { get; init; }

    /// <summary>In bytes.</summary>
    public required long Size { get; init; }

    /// <summary>64 lower-case hex digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>How long it plays, for video and audio whose header could be read.</summary>
    public TimeSpan? Duration { get; init; }
}
