namespace CanvasConnector.Courses;

/// <summary>What a section contributes to a course's closing.</summary>
public sealed record SectionInput(CanvasId<Section> Id)
{
    /// <summary>For people; decides nothing.</summary>
    public string? Name { get; init; }

    /// <summary>Whether the section's own dates count; null if Canvas did not say.</summary>
    public bool? Restrict { get; init; }

    public DateTimeOffset? EndAt { get; init; }

    /// <summary>Whether Canvas left the section's end out, which is not the same as having none.</summary>
    public bool EndAtMissing { get; init; }

    /// <summary>Active and invited students; null if Canvas did not say.</summary>
    public int? Students { get; init; }

    /// <summary>Those of them who have both dates of their own; 0 unless the setting honours them.</summary>
    public int DatedStudents { get; init; }
}
