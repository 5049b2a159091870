using System.Collections.Immutable;
using CanvasConnector.Courses;
using CanvasConnector.Enrollments;
using CanvasConnector.Terms;
using FsCheck;
using FsCheck.Fluent;

namespace CanvasConnector.Tests.Courses;

/// <summary>A course with its term, sections and students, as Canvas might show them to an account administrator.</summary>
internal sealed record AnyCourse(Course Course, Term Term, IReadOnlyList<Section> Sections, IReadOnlyList<Enrollment> Students)
{
    // Few moments, so that dates meet: each is met exactly, missed by a tick, and often shared.
    public static readonly DateTimeOffset Origin = new(2027, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Gen<DateTimeOffset> Moment = Gen.Choose(0, 6).Select(step => Origin.AddDays(step));
    private static readonly Gen<DateTimeOffset?> Date = Or(Moment.Select(at => (DateTimeOffset?)at), null, 3);
    private static readonly Gen<bool> Flag = Gen.Elements(true, false);
    private static readonly CanvasId<CanvasConnector.Courses.Course> Id = new("4711");
    private static readonly CanvasId<CanvasConnector.Terms.Term> TermId = new("34");

    public static Arbitrary<AnyCourse> Arbitrary() => Whole().ToArbitrary();

    private static Gen<AnyCourse> Whole() =>
        from course in AnyOne()
        from term in AnyTerm()
        from count in Gen.Choose(0, 3)
        from people in Gen.ListOf(AnyStudent(Math.Max(1, count)))
        from one in AnySection(1)
        from two in AnySection(2)
        from three in AnySection(3)
        let students = count == 0 ? [] : people.Select((student, place) => student with { Id = new($"{place + 1}") }).ToList()
        select new AnyCourse(
            course,
            term,
            [.. new[] { one, two, three }.Take(count).Select(section => Counted(section, students))],
            students
        );

    private static Gen<Course> AnyOne() =>
        from state in Gen.Frequency((8, Gen.Constant("available")), (1, Gen.Constant("unpublished")), (1, Gen.Constant("completed")))
        from start in Date
        from end in Date
        from restrict in Flag
        select new Course
        {
            Id = Id,
            WorkflowState = state,
            StartAt = start,
            EndAt = end,
            RestrictEnrollmentsToCourseDates = restrict,
            EnrollmentTermId = TermId,
        };

    private static Gen<Term> AnyTerm() =>
        from start in Date
        from end in Date
        from roles in Gen.SubListOf("StudentEnrollment", "TeacherEnrollment", "ObserverEnrollment")
        from dates in Gen.ListOf(AnyDates(), 3)
        select new Term
        {
            Id = TermId,
            StartAt = start,
            EndAt = end,
            Overrides = roles.Zip(dates).ToImmutableDictionary(pair => pair.First, pair => pair.Second),
        };

    private static Gen<TermDates> AnyDates() => from start in Date from end in Date select new TermDates { StartAt = start, EndAt = end };

    private static Gen<Section> AnySection(int id) =>
        from start in Date
        from end in Date
        from restrict in Flag
        select new Section
        {
            Id = new($"{id}"),
            EndAt = end,
            StartAt = start,
            RestrictEnrollmentsToSectionDates = restrict,
        };

    private static Gen<Enrollment> AnyStudent(int sections) =>
        from section in Gen.Choose(1, sections)
        from user in Gen.Choose(1, 5)
        from start in Or(Date, null, 1)
        from end in Or(Date, null, 1)
        from state in Gen.Elements("active", "invited")
        select new Enrollment
        {
            Id = new("1"),
            CourseId = Id,
            UserId = new($"{user}"),
            CourseSectionId = new($"{section}"),
            EnrollmentState = state,
            StartAt = start,
            EndAt = end,
        };

    private static Section Counted(Section section, List<Enrollment> students) =>
        section with
        {
            TotalStudents = students.Where(s => s.CourseSectionId == section.Id).Select(s => s.UserId).Distinct().Count(),
        };

    private static Gen<T> Or<T>(Gen<T> some, T other, int weight) => Gen.Frequency((weight, some), (1, Gen.Constant(other)));
}
