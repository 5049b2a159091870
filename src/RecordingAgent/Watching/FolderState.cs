namespace RecordingAgent.Watching;

/// <summary>What the agent remembers of a session folder.</summary>
internal sealed record FolderState
{
    /// <summary>The files at the last look.</summary>
    public IReadOnlyList<ListedFile> Files { get; init; } = [];

    /// <summary>The look at which they were first like that.</summary>
    public DateTimeOffset UnchangedSince { get; init; }

    /// <summary>All parts that the server acknowledged, those that are gone by now too.</summary>
    public IReadOnlyList<KnownPart> Known { get; init; } = [];

    /// <summary>True if the server was told of a finished folder.</summary>
    public bool IsKnownComplete { get; init; }

    /// <summary>The part whose waveform is still to be drawn; null where none is.</summary>
    public string? WaveformDue { get; init; }

    /// <summary>The acknowledged part that is still the same file; null if this one is new or was touched.</summary>
    public KnownPart? Find(ListedFile file) =>
        Known.FirstOrDefault(part => part.RelativePath == file.RelativePath && part.Size == file.Size && part.Modified == file.Modified);
}
