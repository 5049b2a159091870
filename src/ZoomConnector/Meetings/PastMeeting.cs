namespace ZoomConnector.Meetings;

/// <summary>One time that a meeting was held, after its end: <c>GET /past_meetings/{uuid}</c>.</summary>
public sealed record PastMeeting
{
    /// <summary>The instance.</summary>
    public required MeetingUuid Uuid { get; init; }

    /// <summary>The meeting's number.</summary>
    public required MeetingId Id { get; init; }

    /// <summary>The host's user id; null when not told.</summary>
    public string? HostId { get; init; }

    /// <summary>The topic; null when not told.</summary>
    public string? Topic { get; init; }

    /// <summary>When it really started.</summary>
    public required DateTimeOffset StartTime { get; init; }

    /// <summary>When it really ended.</summary>
    public required DateTimeOffset EndTime { get; init; }

    /// <summary>How many took part; null when not told.</summary>
    public int? ParticipantsCount { get; init; }
}
