namespace RecordingBot.Expiry;

/// <summary>What Canvas last said about a course's lifetime.</summary>
public sealed class CourseRow
{
    /// <summary>Canvas's course id.</summary>
    public required string Id { get; init; }

    public string? Name { get; set; }

    /// <summary>Whether anyone may read it; null while that has not been read.</summary>
    public bool? IsPublic { get; set; }

    /// <summary>Whether other courses are made of it (a blueprint or a template); null while that has not been read.</summary>
    public bool? IsModel { get; set; }

    /// <summary>The course's own language as Canvas names it; null where it has none.</summary>
    public string? Locale { get; set; }

    /// <summary>The term that it was last seen in; null while that is not known.</summary>
    public string? TermId { get; set; }

    /// <summary><c>at</c>, <c>already</c>, <c>never</c> or <c>undecidable</c>.</summary>
    public required string Closes { get; set; }

    public DateTimeOffset? ClosesAt { get; set; }

    /// <summary>Reason code of facts/canvas.md 3.5.</summary>
    public required string Reason { get; set; }

    /// <summary>The inputs, as read (JSON).</summary>
    public required string Inputs { get; set; }

    /// <summary>When it was first seen closed by its state; null while it isn't.</summary>
    public DateTimeOffset? SeenClosedAt { get; set; }

    public DateTimeOffset CheckedAt { get; set; }

    /// <summary>When its sections were last read, which no list of courses tells of; null where they are not known.</summary>
    public DateTimeOffset? SectionsReadAt { get; set; }

    /// <summary>Raised whenever something that recordings depend on has changed: a recording that looked at another number has to look again.</summary>
    public int Moves { get; set; }
}
