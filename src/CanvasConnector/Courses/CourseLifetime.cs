namespace CanvasConnector.Courses;

/// <summary>When a course closes for its students, why, and from which inputs (facts: Canvas 3.3 to 3.5).</summary>
public sealed record CourseLifetime
{
    internal CourseLifetime(CourseLifetimeInputs inputs, Closing closing, DateTimeOffset checkedAt) =>
        (Inputs, Closes, ClosesAt, Reason, ConcludedAt, CheckedAt) = (
            inputs,
            closing.Closes,
            closing.At,
            closing.Reason,
            LifetimeRules.Conclude(inputs, checkedAt).At,
            checkedAt
        );

    /// <summary>The course that was asked about.</summary>
    public CanvasId<Course> CourseId => Inputs.CourseId;

    public CourseCloses Closes { get; }

    /// <summary>
    /// The last moment at which students may open the course; it is closed from the next instant. With
    /// <see cref="CourseCloses.Already"/> the best estimate, or null; else null.
    /// </summary>
    public DateTimeOffset? ClosesAt { get; }

    /// <summary>
    /// The strict reading: when Canvas's own <c>concluded</c> turns true. Null if never, or not known.
    /// </summary>
    public DateTimeOffset? ConcludedAt { get; }

    public ClosingReason Reason { get; }

    public CourseLifetimeInputs Inputs { get; }

    public DateTimeOffset CheckedAt { get; }

    /// <summary>Decides from facts alone; <paramref name="now"/> matters only for a course that was concluded by hand.</summary>
    public static CourseLifetime Compute(CourseLifetimeInputs inputs, DateTimeOffset now) =>
        new(inputs, LifetimeRules.Decide(inputs, now), now);

    /// <summary>The strict reading: closed as soon as Canvas's own <c>concluded</c> is true, whoever may still work in it.</summary>
    public CourseLifetime Strictly() => new(Inputs, LifetimeRules.Conclude(Inputs, CheckedAt), CheckedAt);

    /// <summary>Whether students are shut out at <paramref name="moment"/>; false also where that is not known.</summary>
    public bool IsClosed(DateTimeOffset moment) => Closes == CourseCloses.Already || (Closes == CourseCloses.At && ClosesAt < moment);

    /// <summary>Whether Canvas's own <c>concluded</c> would be true at <paramref name="moment"/>.</summary>
    public bool IsConcluded(DateTimeOffset moment) => Inputs.State == "completed" || ConcludedAt < moment;
}
