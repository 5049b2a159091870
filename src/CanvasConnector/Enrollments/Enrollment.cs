using CanvasConnector.Courses;
using CanvasConnector.Http;
using CanvasConnector.Users;

namespace CanvasConnector.Enrollments;

/// <summary>One person's place in a course (Enrollments API).</summary>
public sealed record Enrollment : IIdentified<Enrollment>
{
    public required CanvasId<Enrollment> Id { get; init; }

    public required CanvasId<Course> CourseId { get; init; }

    public required CanvasId<CanvasUser> UserId { get; init; }

    public CanvasId<Section>? CourseSectionId { get; init; }

    /// <summary>The stored state, which dates do not change: <c>active</c> years after the course's end.</summary>
    public string? EnrollmentState { get; init; }

    /// <summary>Counts only together with <see cref="EndAt"/>.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>Counts only together with <see cref="StartAt"/>.</summary>
    public DateTimeOffset? EndAt { get; init; }
}
