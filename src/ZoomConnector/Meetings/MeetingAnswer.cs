using System.Collections.Immutable;

namespace ZoomConnector.Meetings;

/// <summary>A meeting as Zoom writes it.</summary>
internal sealed record MeetingAnswer
{
    public required MeetingId Id { get; init; }

    public required MeetingUuid Uuid { get; init; }

    public required string HostId { get; init; }

    public string? Topic { get; init; }

    public int? Type { get; init; }

    public string? Status { get; init; }

    public DateTimeOffset? StartTime { get; init; }

    /// <summary>Minutes.</summary>
    public int? Duration { get; init; }

    public SettingsPart? Settings { get; init; }

    public ImmutableArray<TrackingField>? TrackingFields { get; init; }

    public ZoomMeeting ToMeeting() =>
        new()
        {
            Id = Id,
            Uuid = Uuid,
            HostId = HostId,
            Topic = Topic ?? "",
            Type = Type,
            Status = Status switch
            {
                "waiting" => MeetingStatus.Waiting,
                "started" => MeetingStatus.Started,
                _ => MeetingStatus.Unknown,
            },
            StartsAt = StartTime,
            Duration = Duration > 0 ? TimeSpan.FromMinutes(Duration.Value) : null,
            ChatChannelId = Settings?.ContinuousMeetingChat?.ChannelId is { Length: > 0 } channel ? channel : null,
            TrackingFields = TrackingFields ?? [],
        };

    internal sealed record SettingsPart(ChatPart? ContinuousMeetingChat);

    internal sealed record ChatPart(string? ChannelId);
}
