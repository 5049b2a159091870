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
    }

    /// <summary>What happened.</summary>
    public RecordingChange Change { get; }

    /// <summary>The meeting, as far as the event tells.</summary>
    public EventMeeting Meeting { get; }

    /// <summary>When this stretch of recording began; null when not told.</summary>
    public DateTimeOffset? RecordingStart { get; }

    /// <summary>When it ended; null while it goes on.</summary>
    public DateTimeOffset? RecordingEnd { get; }
}
