using System.Text.Json;

namespace ZoomConnector.Webhooks;

/// <summary>Somebody turned to the chatbot in Team Chat (facts/zoom.md 4.2). The name they have there is not read: it proves nothing.</summary>
public sealed record ChatEvent : ZoomEvent
{
    internal ChatEvent(EventEnvelope envelope, ChatEventKind kind)
        : base(envelope)
    {
        Kind = kind;
        UserId = envelope.Payload.FilledText("userId");
        UserJid = envelope.Payload.FilledText("userJid");
        Says = kind switch
        {
            ChatEventKind.Said => envelope.Payload.FilledText("cmd"),
            ChatEventKind.Chosen => Chosen(envelope.Payload),
            _ => null,
        };
    }

    /// <summary>What they did.</summary>
    public ChatEventKind Kind { get; }

    /// <summary>Who: the Zoom user id; null when not told.</summary>
    public string? UserId { get; }

    /// <summary>Their address in Team Chat, at which they can be answered; null when not told.</summary>
    public string? UserJid { get; }

    /// <summary>What they wrote, or the value of what they chose (<see cref="TeamChat.ChatbotChoice.Value"/>); null when nothing.</summary>
    public string? Says { get; }

    private static string? Chosen(JsonElement payload) =>
        payload.Child("actionItem").FilledText("value")
        ?? payload.Child("selectedItems").Items().Select(item => item.FilledText("value")).FirstOrDefault();
}
