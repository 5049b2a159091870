using System.Text.Json.Serialization;

namespace ZoomSimulator.State;

/// <summary>A user and what the user may record.</summary>
internal sealed class ZoomUserState
{
    /// <summary>The sample account's name, as the sandbox's doors say it.</summary>
    public required string Account { get; init; }

    public required string Id { get; init; }

    public required string Email { get; init; }

    public required string DisplayName { get; init; }

    /// <summary>The address in Team Chat.</summary>
    [JsonIgnore]
    public string Jid => Id + "@xmpp.zoom.us";

    /// <summary>On from the first, as Zoom makes its users.</summary>
    public bool LocalRecording { get; set; } = true;

    public bool CloudRecording { get; set; }

    public string AutoRecording { get; set; } = "none";

    public bool RecordingDisclaimer { get; set; } = true;

    public bool AskParticipants { get; set; }

    public bool AskHost { get; set; }
}
