using System.Text.Json;

namespace ZoomConnector.Webhooks;

/// <summary>An event that is new to us: to be kept and answered with 200.</summary>
public sealed record UnknownEvent : ZoomEvent
{
    internal UnknownEvent(EventEnvelope envelope)
        : base(envelope)
    {
        Payload = envelope.Payload.ValueKind == JsonValueKind.Undefined ? default : envelope.Payload.Clone();
        Meeting = EventMeeting.Of(envelope.Object);
    }

    /// <summary>What it brought, unread; <see cref="JsonValueKind.Undefined"/> when nothing.</summary>
    public JsonElement Payload { get; }

    /// <summary>The meeting that it seems to be about; its fields are null when it isn't about one.</summary>
    public EventMeeting Meeting { get; }
}
