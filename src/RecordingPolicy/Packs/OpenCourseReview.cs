namespace RecordingPolicy.Packs;

/// <summary>When a date is asked for while a recording's course has no end (rules.md, "When a recording ends").</summary>
/// <param name="After">Counted from the meeting's end.</param>
/// <param name="ThenEvery">Counted from each question that got no date.</param>
public sealed record OpenCourseReview(CalendarPeriod After, CalendarPeriod ThenEvery);
