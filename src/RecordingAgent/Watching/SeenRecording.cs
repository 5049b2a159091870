namespace RecordingAgent.Watching;

/// <summary>A session folder that Zoom has finished, as it lies on the disk.</summary>
public sealed record SeenRecording
{
    /// <summary>The computer it lies on.</summary>
    public required string DeviceId { get; init; }

    /// <summary>The watched folder it lies in; an id that stays when the folder is mounted elsewhere.</summary>
    public required string RootId { get; init; }

    /// <summary>The session folder's name below the root, exactly as on the disk. With <see cref="RootId"/> it names this recording.</summary>
    public required string RelativeFolder { get; init; }

    /// <summary>The start as the folder's name tells it: the computer's local time, without zone.</summary>
    public required DateTime StartedAtLocal { get; init; }

    /// <summary>The meeting's topic as the folder's name tells it (Unicode NFC, at most 200 characters); may be empty.</summary>
    public required string Topic { get; init; }

    /// <summary>A number of 9 to 11 digits at the end of the name: the meeting's, or the end of a topic. A hint only.</summary>
    public long? ZoomMeetingNumber { get; init; }

    /// <summary>False if Zoom never finished it (conversion broken off, a damaged file): not fit to be published, still to be dealt with.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>When the agent hashed it.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>All its files, ordered by path.</summary>
    public required IReadOnlyList<SeenPart> Parts { get; init; }
}
