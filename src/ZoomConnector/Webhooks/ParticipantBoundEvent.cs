namespace ZoomConnector.Webhooks;

/// <summary>Somebody's telephone and their computer are one person (facts/zoom.md 2.2). Which of the two is named first is not known of Zoom.</summary>
public sealed record ParticipantBoundEvent : ZoomEvent
{
    internal ParticipantBoundEvent(EventEnvelope envelope)
        : base(envelope)
    {
        var participant = envelope.Object.Child("participant");
        Meeting = EventMeeting.Of(envelope.Object);
        Participant = EventParticipant.Of(participant);
        OtherUuid = participant.FilledText("bind_participant_uuid");
        OtherSessionId = participant.FilledText("bind_user_id");
    }

    /// <summary>The meeting, as far as the event tells.</summary>
    public EventMeeting Meeting { get; }

    /// <summary>One of the two stays.</summary>
    public EventParticipant Participant { get; }

    /// <summary>The other stay (<see cref="EventParticipant.ParticipantUuid"/>); null when not told.</summary>
    public string? OtherUuid { get; }

    /// <summary>The other stay's number (<see cref="EventParticipant.SessionId"/>); null when not told.</summary>
    public string? OtherSessionId { get; }
}
