using CanvasConnector.Http;

namespace CanvasConnector.Courses;

/// <summary>A section of a course (Sections API); its dates count only while it restricts.</summary>
public sealed record Section : IIdentified<Section>
{
    public required CanvasId<Section> Id { get; init; }

    public string? Name { get; init; }

    public DateTimeOffset? StartAt { get; init; }

    public Field<DateTimeOffset?> EndAt { get; init; }

    public bool? RestrictEnrollmentsToSectionDates { get; init; }

    /// <summary>Active and invited students; null if Canvas did not say.</summary>
    public int? TotalStudents { get; init; }
}
