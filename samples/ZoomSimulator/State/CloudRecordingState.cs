namespace ZoomSimulator.State;

/// <summary>What one instance left in the cloud.</summary>
internal sealed class CloudRecordingState
{
    /// <summary>How long what was thrown away can be taken back.</summary>
    public static readonly TimeSpan TrashKeeps = TimeSpan.FromDays(30);

    public required string Uuid { get; init; }
    public required long MeetingId { get; init; }
    public required string HostId { get; init; }
    public required string Topic { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required int Minutes { get; init; }
    public List<CloudFileState> Files { get; init; } = [];

    /// <summary>When the next files are ready, and told of; null when all are.</summary>
    public DateTimeOffset? NextAt { get; set; }

    public DateTimeOffset? TrashedAt { get; set; }

    /// <summary>Its files are gone for good.</summary>
    public bool Deleted { get; set; }

    /// <summary>The transcript, which outlives the recording.</summary>
    public bool Transcript { get; set; }

    /// <summary>What Zoom's assistant wrote, kept apart too.</summary>
    public bool Summary { get; set; }

    /// <summary>Whether anybody sees a file of it at a moment.</summary>
    public bool IsThere(DateTimeOffset now) => !Deleted && !(TrashedAt + TrashKeeps <= now) && Files.Exists(file => file.ReadyAt <= now);
}
