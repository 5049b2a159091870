namespace CanvasSimulator.World;

/// <summary>One user's place in a section, with its stored state.</summary>
internal sealed class Enrollment
{
    public long Id { get; set; }

    public long CourseId { get; set; }

    public long SectionId { get; set; }

    public long UserId { get; set; }

    public string Type { get; set; } = "StudentEnrollment";

    public string State { get; set; } = "active";

    /// <summary>Whether the course's own conclusion completed it, so that a re-opening brings it back.</summary>
    public bool CompletedByCourse { get; set; }

    public DateTimeOffset? StartAt { get; set; }

    public DateTimeOffset? EndAt { get; set; }

    public bool IsTeaching => Type is "TeacherEnrollment" or "TaEnrollment" or "DesignerEnrollment";

    public bool IsCurrent => State is "active" or "invited";
}
