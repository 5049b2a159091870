using System.Collections.Immutable;
using ZoomConnector.Meetings;

namespace ZoomConnector.CloudRecordings;

/// <summary>What one instance of a meeting left in Zoom's cloud.</summary>
public sealed record CloudRecording
{
    /// <summary>The instance.</summary>
    public required MeetingUuid Uuid { get; init; }

    /// <summary>The meeting's number.</summary>
    public required MeetingId Id { get; init; }

    /// <summary>The host's user id.</summary>
    public required string HostId { get; init; }

    /// <summary>The topic; may be empty.</summary>
    public required string Topic { get; init; }

    /// <summary>When the meeting started.</summary>
    public required DateTimeOffset StartTime { get; init; }

    /// <summary>How long it lasted, as far as Zoom tells; null where not told or 0.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Its files, those that Zoom still works on included.</summary>
    public ImmutableArray<CloudFile> Files { get; init; } = [];
}
