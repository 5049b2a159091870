namespace CanvasConnector.Courses;

/// <summary>The decision table of facts: Canvas 3.5, evaluated top to bottom.</summary>
internal static class LifetimeRules
{
    public static Closing Decide(CourseLifetimeInputs facts, DateTimeOffset now) =>
        facts switch
        {
            { State: "deleted" } => Closing.Already(null, ClosingReason.Deleted), // row 1
            { NotFound: true } => Closing.Undecidable(ClosingReason.NotFound),
            { State: "completed" } when facts.EndAt <= now => Closing.Already(facts.EndAt, ClosingReason.Completed), // 2
            { State: "completed" } => Closing.Already(null, ClosingReason.CompletedEarly), // 3: a later end is not waited for
            { AccessRestricted: true } => Closing.Undecidable(ClosingReason.AccessRestricted), // 4
            { State: "available" or "unpublished" } => ByDates(facts), // 5 adds nothing: the end is computed all the same
            { State: null } => Closing.Undecidable(ClosingReason.FieldMissing),
            _ => Closing.Undecidable(ClosingReason.UnknownState), // 11
        };

    /// <summary>Canvas's rule A: sections, roles and persons do not count.</summary>
    public static DateTimeOffset? ConcludedAt(CourseLifetimeInputs facts, Closing closing) =>
        closing.Closes switch
        {
            CourseCloses.Already => closing.At,
            CourseCloses.Undecidable when facts.Restrict is null || facts.EndAtMissing => null,
            _ => facts is { Restrict: true, EndAt: { } end } ? end : facts.Term?.EndsAt,
        };

    // Row 10 over rows 6 to 9: the last section with students to close closes the course.
    private static Closing ByDates(CourseLifetimeInputs facts)
    {
        var course = WithoutSection(facts);
        var closings = facts
            .Sections.Where(section => Counts(section, facts))
            .Select(section => section.Restrict == false ? course : OwnDates(section))
            .Concat(facts.IndividualEnds.Select(end => Closing.ByDate(end, ClosingReason.IndividualEnd)))
            .ToList();
        return closings.Count == 0 ? course : Last(closings);
    }

    // Where no section has dates of its own, nobody needs to know how many students each has.
    private static bool Counts(SectionInput section, CourseLifetimeInputs facts) =>
        section.Students != 0 || facts.Sections.All(other => other.Restrict == false);

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
