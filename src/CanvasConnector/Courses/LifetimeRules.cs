namespace CanvasConnector.Courses;

/// <summary>The decision table of facts: Canvas 3.5, evaluated top to bottom.</summary>
internal static class LifetimeRules
{
    /// <summary>When the last student is out (rule B of facts: Canvas 3.3).</summary>
    public static Closing Decide(CourseLifetimeInputs facts, DateTimeOffset now) => ByState(facts, now) ?? ByDates(facts);

    /// <summary>When Canvas's own <c>concluded</c> turns true (rule A): sections, roles and persons do not count.</summary>
    public static Closing Conclude(CourseLifetimeInputs facts, DateTimeOffset now) =>
        ByState(facts, now)
        ?? facts switch
        {
            { Restrict: null } or { Restrict: true, EndAtMissing: true } => Closing.Undecidable(ClosingReason.FieldMissing),
            { Restrict: true, EndAt: { } end } => Closing.ByDate(end, ClosingReason.CourseEnd),
            { Term: null } => Closing.Undecidable(ClosingReason.FieldMissing),
            { Term.EndsAt: { } end } => Closing.ByDate(end, ClosingReason.TermEnd),
            _ => Closing.Never(ClosingReason.NoEnd),
        };

    // Null where dates decide: row 5, an unpublished course, adds nothing, for its end is computed all the same.
    private static Closing? ByState(CourseLifetimeInputs facts, DateTimeOffset now) =>
        facts switch
        {
            { State: "deleted" } => Closing.Already(null, ClosingReason.Deleted), // row 1
            { NotFound: true } => Closing.Undecidable(ClosingReason.NotFound),
            { State: "completed" } when facts.EndAt <= now => Closing.Already(facts.EndAt, ClosingReason.Completed), // 2
            { State: "completed" } => Closing.Already(null, ClosingReason.CompletedEarly), // 3: a later end is not waited for
            { AccessRestricted: true } => Closing.Undecidable(ClosingReason.AccessRestricted), // 4
            { State: "available" or "unpublished" } => null,
            { State: null } => Closing.Undecidable(ClosingReason.FieldMissing),
            _ => Closing.Undecidable(ClosingReason.UnknownState), // 11
        };

    // Row 10 over rows 6 to 9: the last section with students to close closes the course.
    private static Closing ByDates(CourseLifetimeInputs facts)
    {
        var course = WithoutSection(facts);
        var closings = facts
            .Sections.Where(HasUndatedStudents)
            .Select(section => section.Restrict == false ? course : OwnDates(section))
            .Concat(facts.IndividualEnds.Select(end => Closing.ByDate(end, ClosingReason.IndividualEnd)))
            .ToList();
        return closings.Count == 0 ? course : Last(closings);
    }

    // Where their number is unknown, there may be some. Students with dates of their own leave by those.
    private static bool HasUndatedStudents(SectionInput section) => section.Students is not { } all || all > section.DatedStudents;

    private static Closing OwnDates(SectionInput section) =>
        section switch
        {
            { Restrict: null } or { Students: null } or { EndAtMissing: true } => Closing.Undecidable(ClosingReason.FieldMissing),
            { EndAt: { } end } => Closing.ByDate(end, ClosingReason.SectionEnd),
            _ => Closing.Never(ClosingReason.SectionWithoutEnd),
        };

    private static Closing WithoutSection(CourseLifetimeInputs facts) =>
        facts switch
        {
            { Restrict: null } => Closing.Undecidable(ClosingReason.FieldMissing),
            { Restrict: true, EndAtMissing: true } => Closing.Undecidable(ClosingReason.FieldMissing),
            { Restrict: true, EndAt: { } end } => Closing.ByDate(end, ClosingReason.CourseEnd), // 6
            { Restrict: true } => Closing.Never(ClosingReason.CourseWithoutEnd), // 7
            { Term: null } => Closing.Undecidable(ClosingReason.FieldMissing),
            { Term.StudentsEndAt: { } end } => Closing.ByDate(end, ClosingReason.TermEndStudents), // 8
            { Term.EndsAt: { } end } => Closing.ByDate(end, ClosingReason.TermEnd), // 8
            _ => Closing.Never(ClosingReason.NoEnd), // 9
        };

    // Not knowing one of them is not knowing the last; "never" is later than any date.
    private static Closing Last(List<Closing> closings)
    {
        foreach (var kind in (ReadOnlySpan<CourseCloses>)[CourseCloses.Undecidable, CourseCloses.Never])
        {
            if (closings.FindIndex(closing => closing.Closes == kind) is >= 0 and var found)
                return closings[found];
        }
        return closings.MaxBy(closing => closing.At)!;
    }
}
