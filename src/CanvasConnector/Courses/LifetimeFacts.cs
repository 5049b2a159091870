using System.Collections.Immutable;
using CanvasConnector.Enrollments;
using CanvasConnector.Terms;

namespace CanvasConnector.Courses;

/// <summary>Picks out of Canvas's answers what a course's lifetime follows from.</summary>
internal static class LifetimeFacts
{
    /// <summary>Whether the course's dates decide; otherwise its state does, or nothing.</summary>
    public static bool EndsByDates(Course course) => course.WorkflowState is "available" or "unpublished";

    public static CourseLifetimeInputs Of(Course course) =>
        new()
        {
            CourseId = course.Id,
            State = course.WorkflowState,
            AccessRestricted = course is { AccessRestrictedByDate: true },
            Restrict = course.RestrictEnrollmentsToCourseDates,
            EndAt = course.EndAt.Value,
            EndAtMissing = !course.EndAt.IsSet,
            Concluded = course.Concluded,
        };

    public static TermInput? Of(Term? term) =>
        term is { EndAt.IsSet: true, Overrides: { } overrides }
            ? new TermInput(term.Id, term.EndAt.Value, overrides.GetValueOrDefault(EnrollmentType.Student.Name())?.EndAt)
            {
                Name = term.Name,
            }
            : null;

    /// <summary>What the sections contribute.</summary>
    /// <param name="sections">The course's sections.</param>
    /// <param name="students">The active and invited students; empty unless their own dates count.</param>
    public static ImmutableArray<SectionInput> Of(IEnumerable<Section> sections, IReadOnlyCollection<Enrollment> students) =>
        [
            .. sections.Select(section => new SectionInput(section.Id)
            {
                Name = section.Name,
                Restrict = section.RestrictEnrollmentsToSectionDates,
                EndAt = section.EndAt.Value,
                EndAtMissing = !section.EndAt.IsSet,
                Students = section.TotalStudents,
                DatedStudents = Dated(students.Where(student => student.CourseSectionId == section.Id)),
            }),
        ];

    public static ImmutableArray<DateTimeOffset> Ends(IEnumerable<Enrollment> students) =>
        [.. students.Where(IsDated).Select(student => student.EndAt!.Value).Order()];

    // Canvas counts people: whoever is in a section twice, once without dates, is there without dates.
    private static int Dated(IEnumerable<Enrollment> students) =>
        students.GroupBy(student => student.UserId).Count(person => person.All(IsDated));

    // An enrollment with only one of its two dates counts as one without (facts: Canvas 3.3).
    private static bool IsDated(Enrollment student) => student is { StartAt: not null, EndAt: not null };
}
