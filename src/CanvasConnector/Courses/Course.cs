using CanvasConnector.Http;
using CanvasConnector.Terms;

namespace CanvasConnector.Courses;

/// <summary>
/// A course as Canvas shows it to this token (Courses API). Only <see cref="Id"/> is always there: a caller who is
/// barred by date gets nothing else.
/// </summary>
public sealed record Course : IIdentified<Course>
{
    public required CanvasId<Course> Id { get; init; }

    public string? Name { get; init; }

    public string? CourseCode { get; init; }

    /// <summary>
    /// <c>unpublished</c>, <c>available</c>, <c>completed</c> or <c>deleted</c>. A course that ended by date still says
    /// <c>available</c>: ask <see cref="CourseCalls.ReadLifetimeAsync(CanvasId{Course}, CancellationToken)"/>.
    /// </summary>
    public string? WorkflowState { get; init; }

    public DateTimeOffset? StartAt { get; init; }

    /// <summary>Counts only while <see cref="RestrictEnrollmentsToCourseDates"/> is true.</summary>
    public Field<DateTimeOffset?> EndAt { get; init; }

    public bool? RestrictEnrollmentsToCourseDates { get; init; }

    public CanvasId<Term>? EnrollmentTermId { get; init; }

    /// <summary>Asked for, and for an enrolled caller already merged with the overrides of their own roles.</summary>
    public Term? Term { get; init; }

    /// <summary>Canvas's own flag on its own clock; ignores sections and role overrides.</summary>
    public bool? Concluded { get; init; }

    /// <summary>True if the caller is barred by date, in which case the rest is missing.</summary>
    public bool? AccessRestrictedByDate { get; init; }

    /// <summary>IANA name, for display; moments are absolute.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The language in which the course shows itself to everybody, such as <c>sv</c>; null where each sees their own.</summary>
    public string? Locale { get; init; }

    /// <summary>Whether anyone, signed in or not, may read the course.</summary>
    public bool? IsPublic { get; init; }

    /// <summary>Whether any signed-in user may read the course.</summary>
    public bool? IsPublicToAuthUsers { get; init; }

    /// <summary>Whether its content is copied on to other courses.</summary>
    public bool? Blueprint { get; init; }

    /// <summary>Whether new courses are made from it.</summary>
    public bool? Template { get; init; }
}
