using System.Collections.Immutable;

namespace CanvasConnector.Courses;

/// <summary>Everything that a course's closing follows from, kept with the verdict because dates move.</summary>
public sealed record CourseLifetimeInputs
{
    public required CanvasId<Course> CourseId { get; init; }

    /// <summary>The course's state; null if Canvas did not say.</summary>
    public string? State { get; init; }

    /// <summary>Whether the course was not found, and its deletion could not be confirmed either.</summary>
    public bool NotFound { get; init; }

    /// <summary>Whether the caller is barred by date, so that the rest is unknown.</summary>
    public bool AccessRestricted { get; init; }

    /// <summary>Whether the course's own dates count; null if Canvas did not say.</summary>
    public bool? Restrict { get; init; }

    public DateTimeOffset? EndAt { get; init; }

    /// <summary>Whether Canvas left the course's end out, which is not the same as having none.</summary>
    public bool EndAtMissing { get; init; }

    /// <summary>The term's raw dates; null if unknown.</summary>
    public TermInput? Term { get; init; }

    public ImmutableArray<SectionInput> Sections { get; init; } = [];

    /// <summary>Ends of students who have both dates of their own; empty unless the setting honours them.</summary>
    public ImmutableArray<DateTimeOffset> IndividualEnds { get; init; } = [];

    /// <summary>Canvas's own flag, for comparison only; null if it did not say.</summary>
    public bool? Concluded { get; init; }
}
