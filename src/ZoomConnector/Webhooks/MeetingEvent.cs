namespace ZoomConnector.Webhooks;

/// <summary>Something happened to a meeting (facts/zoom.md 2.1).</summary>
public sealed record MeetingEvent : ZoomEvent
{
    internal MeetingEvent(EventEnvelope envelope, MeetingChange change)
        : base(envelope)
    {
        Change = change;
        Meeting = EventMeeting.Of(envelope.Object);
    }

    /// <summary>What happened.</summary>
    public MeetingChange Change { get; }

    /// <summary>The meeting, as far as the event tells.</summary>
    public EventMeeting Meeting { get; }
}
