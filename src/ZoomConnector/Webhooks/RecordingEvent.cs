using System.Collections.Immutable;
using ZoomConnector.CloudRecordings;
using ZoomConnector.Meetings;

namespace ZoomConnector.Webhooks;

/// <summary>Something happened to a recording in Zoom's cloud (facts/zoom.md 2.3). Zoom doesn't say who did it.</summary>
public sealed record RecordingEvent : ZoomEvent
{
    internal RecordingEvent(EventEnvelope envelope, RecordingChange change)
        : base(envelope)
    {
        var file = envelope.Object.Child("recording_file");
        Change = change;
        Meeting = EventMeeting.Of(envelope.Object);
        RecordingStart = file.Moment("recording_start");
        RecordingEnd = file.Moment("recording_end");
        Files = CloudFiles.Of(envelope.Object.Child("recording_files"), envelope.Object.Child("participant_audio_files"));
        Instances = InstancesOf(envelope);
    }

    /// <summary>What happened.</summary>
    public RecordingChange Change { get; }

    /// <summary>The meeting, as far as the event tells.</summary>
    public EventMeeting Meeting { get; }

    /// <summary>When this stretch of recording began; null when not told.</summary>
    public DateTimeOffset? RecordingStart { get; }

    /// <summary>When it ended; null while it goes on.</summary>
    public DateTimeOffset? RecordingEnd { get; }

    /// <summary>The files that it is about; empty while recording goes on. Where they can be fetched from is not read.</summary>
    public ImmutableArray<CloudFile> Files { get; }

    /// <summary>The instances that it is about: several where many recordings were dealt with at once, none where not told.</summary>
    public ImmutableArray<MeetingUuid> Instances { get; }

    private static ImmutableArray<MeetingUuid> InstancesOf(EventEnvelope envelope) =>
        [
            .. new[] { envelope.Object.MeetingUuid("uuid") }
                .Concat(envelope.Object.Child("meetings").Items().Select(meeting => meeting.MeetingUuid("meeting_uuid")))
                .Concat(envelope.Object.Child("meeting_uuids").Items().Select(EventFields.AsUuid))
                .OfType<MeetingUuid>()
                .Distinct(),
        ];
}
