namespace ZoomConnector.Webhooks;

/// <summary>Someone came or went (facts/zoom.md 2.2). Order is not guaranteed: go by <see cref="At"/>.</summary>
public sealed record ParticipantEvent : ZoomEvent
{
    internal ParticipantEvent(EventEnvelope envelope, bool joined)
        : base(envelope)
    {
        var participant = envelope.Object.Child("participant");
        Joined = joined;
        Meeting = EventMeeting.Of(envelope.Object);
        Participant = EventParticipant.Of(participant);
        At = participant.Moment(joined ? "join_time" : "leave_time") ?? OccurredAt;
    }

    /// <summary>True when the person came, false when the person went.</summary>
    public bool Joined { get; }

    /// <summary>The meeting, as far as the event tells.</summary>
    public EventMeeting Meeting { get; }

    /// <summary>The person, as far as the event tells.</summary>
    public EventParticipant Participant { get; }

    /// <summary>When; null when not told.</summary>
    public DateTimeOffset? At { get; }
}
