using System.Collections.Immutable;

namespace ZoomConnector.Meetings;

/// <summary>A meeting as <c>GET /meetings/{meetingId}</c> or a list shows it.</summary>
public sealed record ZoomMeeting
{
    /// <summary>The meeting's number.</summary>
    public required MeetingId Id { get; init; }

    /// <summary>The instance that is being held, or the next one.</summary>
    public required MeetingUuid Uuid { get; init; }

    /// <summary>The host's user id.</summary>
    public required string HostId { get; init; }

    /// <summary>The topic; may be empty.</summary>
    public required string Topic { get; init; }

    /// <summary>Zoom's kind: 1 instant, 2 scheduled, 3 recurring without fixed time, 4 personal room, 8 recurring; null when not told.</summary>
    public int? Type { get; init; }

    /// <summary>Whether it is being held; <see cref="MeetingStatus.Unknown"/> in lists.</summary>
    public MeetingStatus Status { get; init; }

    /// <summary>The planned start; null for a meeting without a fixed time.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>The planned length; null when not told or 0.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The channel of the meeting's continuous chat; null when it has none, and in lists. Posting may fail until the meeting's first start.</summary>
    public string? ChatChannelId { get; init; }

    /// <summary>The account's own fields; empty in lists.</summary>
    public ImmutableArray<TrackingField> TrackingFields { get; init; } = [];
}
