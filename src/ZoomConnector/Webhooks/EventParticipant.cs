using System.Text.Json;

namespace ZoomConnector.Webhooks;

/// <summary>Who came or went. Personal: guests have a name that they chose, and often nothing else. Each field null when not told or empty.</summary>
public sealed record EventParticipant
{
    /// <summary>The number within this meeting; a new one at each return.</summary>
    public string? SessionId { get; init; }

    /// <summary>This stay; a new one at each return.</summary>
    public string? ParticipantUuid { get; init; }

    /// <summary>The Zoom user id; null for guests.</summary>
    public string? UserId { get; init; }

    /// <summary>The name shown in the meeting.</summary>
    public string? Name { get; init; }

    /// <summary>The e-mail address; mostly null.</summary>
    public string? Email { get; init; }

    /// <summary>Came by telephone: hears, and reads no chat. The number itself is not kept.</summary>
    public bool ByPhone { get; init; }

    internal static EventParticipant Of(JsonElement element) =>
        new()
        {
            SessionId = element.FilledText("user_id"),
            ParticipantUuid = element.FilledText("participant_uuid"),
            UserId = element.FilledText("id"),
            Name = element.FilledText("user_name"),
            Email = element.FilledText("email"),
            ByPhone = element.FilledText("phone_number") is not null,
        };
}
