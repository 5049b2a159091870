using CanvasConnector.Http;

namespace CanvasConnector.Announcements;

/// <summary>An announcement in a course (Discussion Topics API).</summary>
public sealed record Announcement : IIdentified<Announcement>
{
    public required CanvasId<Announcement> Id { get; init; }

    public string? Title { get; init; }

    /// <summary>HTML, as Canvas keeps it after cleaning it.</summary>
    public string? Message { get; init; }

    /// <summary>When students will see it, to the second; null for at once.</summary>
    public DateTimeOffset? DelayedPostAt { get; init; }

    /// <summary>When it was posted; null while it waits.</summary>
    public DateTimeOffset? PostedAt { get; init; }

    /// <summary>False for a discussion; null from a Canvas that does not say.</summary>
    public bool? IsAnnouncement { get; init; }
}
