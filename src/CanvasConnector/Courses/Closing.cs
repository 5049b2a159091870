namespace CanvasConnector.Courses;

/// <summary>A verdict on its way through the rules.</summary>
internal sealed record Closing(CourseCloses Closes, DateTimeOffset? At, ClosingReason Reason)
{
    public static Closing ByDate(DateTimeOffset at, ClosingReason reason) => new(CourseCloses.At, at, reason);

    public static Closing Already(DateTimeOffset? estimate, ClosingReason reason) => new(CourseCloses.Already, estimate, reason);

    public static Closing Never(ClosingReason reason) => new(CourseCloses.Never, null, reason);

    public static Closing Undecidable(ClosingReason reason) => new(CourseCloses.Undecidable, null, reason);
}
