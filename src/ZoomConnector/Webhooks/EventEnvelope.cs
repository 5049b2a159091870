using System.Text.Json;

namespace ZoomConnector.Webhooks;

/// <summary>What all events have (facts/zoom.md 1.1).</summary>
internal sealed record EventEnvelope(string Name, DateTimeOffset? OccurredAt, string? AccountId, JsonElement Payload, JsonElement Object)
{
    public static EventEnvelope Of(JsonElement root)
    {
        var payload = root.Child("payload");
        return new EventEnvelope(
            root.Text("event") ?? "",
            root.MomentOfMilliseconds("event_ts"),
            payload.Text("account_id") ?? payload.Text("accountId"), // chatbot events write it so
            payload,
            payload.Child("object")
        );
    }
}
