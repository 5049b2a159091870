using System.Text.Json.Nodes;
using RecordingBot.Notices;

namespace RecordingBot.Meetings;

/// <summary>A meeting as the API and the pages show it (design.md 5).</summary>
public sealed record MeetingView
{
    public required Guid Id { get; init; }

    /// <summary>Null where the meeting isn't Zoom's.</summary>
    public required ZoomView? Zoom { get; init; }

    public required string Topic { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    public required string? CourseId { get; init; }

    /// <summary>The decision that stands, with its id; null while there is none.</summary>
    public required JsonObject? Decision { get; init; }

    /// <summary>The notice that stands; null while none is published.</summary>
    public required NoticeView? Notice { get; init; }

    /// <summary>How the consents stand; null where the decision asks for none.</summary>
    public required ConsentView? Consents { get; init; }

    /// <summary><c>given</c>, <c>taken</c> or <c>none</c>.</summary>
    public required string Right { get; init; }

    public required IReadOnlyList<IncidentView> Incidents { get; init; }

    /// <summary>The announcement in the course; null where nobody ever wanted one.</summary>
    public AnnouncementView? Announcement { get; init; }
}
