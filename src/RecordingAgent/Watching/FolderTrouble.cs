namespace RecordingAgent.Watching;

/// <summary>Something that can't be read. Told once when it begins and once when it ends; nothing is concluded about the files meanwhile.</summary>
public sealed record FolderTrouble
{
    public required string DeviceId { get; init; }

    public required TroubleKind Kind { get; init; }

    /// <summary>The root's id; for a root that has never been read, the empty string.</summary>
    public required string RootId { get; init; }

    /// <summary>Which of <see cref="AgentOptions.Folders"/>, counted from 0. A path would tell a person's name.</summary>
    public required int RootIndex { get; init; }

    /// <summary>The session folder, or the empty string for the root itself.</summary>
    public required string RelativeFolder { get; init; }

    public required DateTimeOffset Since { get; init; }

    /// <summary>When it was found mended; null while it lasts.</summary>
    public DateTimeOffset? EndedAt { get; init; }
}
