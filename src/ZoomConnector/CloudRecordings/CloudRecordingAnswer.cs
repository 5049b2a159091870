using System.Text.Json;
using ZoomConnector.Meetings;

namespace ZoomConnector.CloudRecordings;

/// <summary>A cloud recording as Zoom writes it, as far as it is read: no address and no pass code of it is.</summary>
internal sealed record CloudRecordingAnswer
{
    public required MeetingUuid Uuid { get; init; }

    public required MeetingId Id { get; init; }

    public required string HostId { get; init; }

    public string? Topic { get; init; }

    public required DateTimeOffset StartTime { get; init; }

    /// <summary>Minutes.</summary>
    public int? Duration { get; init; }

    public JsonElement RecordingFiles { get; init; }

    public JsonElement ParticipantAudioFiles { get; init; }

    public CloudRecording ToRecording() =>
        new()
        {
            Uuid = Uuid,
            Id = Id,
            HostId = HostId,
            Topic = Topic ?? "",
            StartTime = StartTime,
            Duration = Duration > 0 ? TimeSpan.FromMinutes(Duration.Value) : null,
            Files = CloudFiles.Of(RecordingFiles, ParticipantAudioFiles),
        };
}
