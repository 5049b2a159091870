namespace CanvasSimulator.World;

/// <summary>An announcement or another discussion of a course.</summary>
internal sealed class DiscussionTopic
{
    public long Id { get; set; }

    public long CourseId { get; set; }

    public long AuthorId { get; set; }

    public string Title { get; set; } = "";

    public string Message { get; set; } = "";

    public bool IsAnnouncement { get; set; }

    public bool Published { get; set; }

    public bool Deleted { get; set; }

    public DateTimeOffset PostedAt { get; set; }

    /// <summary>Students see it from here on; null means at once.</summary>
    public DateTimeOffset? DelayedPostAt { get; set; }

    /// <summary>Nobody answers it after this.</summary>
    public DateTimeOffset? LockAt { get; set; }

    public bool IsOpenAt(DateTimeOffset now) => Published && !(DelayedPostAt > now);
}
