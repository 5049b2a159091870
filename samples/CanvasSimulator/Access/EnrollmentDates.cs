using CanvasSimulator.World;

namespace CanvasSimulator.Access;

/// <summary>Rule B: one person's access by dates (facts: Canvas 3.3).</summary>
internal static class EnrollmentDates
{
    public static Standing StandingOf(this Truth truth, Enrollment enrollment, Course course, DateTimeOffset now)
    {
        if (enrollment.State == "completed" || course.State == "completed")
            return Standing.Completed;
        if (!enrollment.IsCurrent || course.State == "deleted")
            return Standing.Gone;

        var ranges = Ranges(truth, enrollment, course).ToList();
        if (ranges.Exists(range => !(range.StartAt > now) && !(range.EndAt < now)))
            return enrollment.State == "invited" ? Standing.Pending : Standing.Active;
        var boundaries = ranges.SelectMany(range => new[] { range.StartAt, range.EndAt }).OfType<DateTimeOffset>();
        return boundaries.Min() < now ? Standing.Completed : Standing.Pending;
    }

    private static IEnumerable<Dates> Ranges(Truth truth, Enrollment enrollment, Course course)
    {
        var term = TermDates(truth.TermOf(course), enrollment);
        var section = truth.Sections.First(section => section.Id == enrollment.SectionId);
        if (enrollment is { StartAt: not null, EndAt: not null })
            return [new Dates { StartAt = enrollment.StartAt, EndAt = enrollment.EndAt }];
        if (section.Restrict)
            return WithTerm(new Dates { StartAt = section.StartAt, EndAt = section.EndAt });
        if (course.Restrict)
            return WithTerm(new Dates { StartAt = course.StartAt, EndAt = course.EndAt });
        return [term];

        IEnumerable<Dates> WithTerm(Dates own) => enrollment.IsTeaching ? [own, term] : [own];
    }

    /// <summary>A term's dates for a role: an override's missing date means the term's own.</summary>
    public static Dates TermDates(Term term, Enrollment enrollment)
    {
        var other = term.Overrides.GetValueOrDefault(enrollment.Type);
        return new Dates { StartAt = other?.StartAt ?? (enrollment.IsTeaching ? null : term.StartAt), EndAt = other?.EndAt ?? term.EndAt };
    }
}
