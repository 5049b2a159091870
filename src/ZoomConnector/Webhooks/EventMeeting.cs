using System.Collections.Immutable;
using System.Text.Json;
using ZoomConnector.Meetings;

namespace ZoomConnector.Webhooks;

/// <summary>A meeting as an event tells of it: each field null where it doesn't.</summary>
public sealed record EventMeeting
{
    /// <summary>The meeting's number.</summary>
    public MeetingId? Id { get; init; }

    /// <summary>The instance.</summary>
    public MeetingUuid? Uuid { get; init; }

    /// <summary>The host's user id.</summary>
    public string? HostId { get; init; }

    /// <summary>The topic.</summary>
    public string? Topic { get; init; }

    /// <summary>The planned start, or once the meeting is held, the real one.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>The real end, in <c>meeting.ended</c>.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>The planned length; null when 0.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The account's own fields; empty when not told.</summary>
    public ImmutableArray<TrackingField> TrackingFields { get; init; } = [];

    internal static EventMeeting Of(JsonElement element) =>
        new()
        {
            Id = element.MeetingId("id"),
            Uuid = element.MeetingUuid("uuid"),
            HostId = element.FilledText("host_id"),
            Topic = element.Text("topic"),
            StartTime = element.Moment("start_time"),
            EndTime = element.Moment("end_time"),
            Duration = element.Number("duration") is { } minutes and > 0 and < 1_000_000 ? TimeSpan.FromMinutes(minutes) : null,
            TrackingFields = FieldsOf(element.Child("tracking_fields")),
        };

    private static ImmutableArray<TrackingField> FieldsOf(JsonElement fields) =>
        fields.ValueKind == JsonValueKind.Array
            ?
            [
                .. fields
                    .EnumerateArray()
                    .Where(field => field.FilledText("field") is not null)
                    .Select(field => new TrackingField(field.Text("field")!, field.Text("value"))),
            ]
            : [];
}
