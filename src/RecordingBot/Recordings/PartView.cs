namespace RecordingBot.Recordings;

/// <summary>One file of a recording.</summary>
public sealed record PartView(
    Guid Id,
    string Kind,
    string Name,
    long Size,
    string? Sha256,
    string? Duration,
    IReadOnlyList<CopyView> Copies
);
