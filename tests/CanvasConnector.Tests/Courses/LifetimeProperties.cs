using System.Text.Json;
using CanvasConnector.Courses;
using FsCheck;

namespace CanvasConnector.Tests.Courses;

/// <summary>What holds of every course's lifetime, held against a second implementation that asks person by person.</summary>
public sealed class LifetimeProperties
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(600);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void IsClosed_AtEveryTickThatMatters_IsWhatEachStudentsAccessSays(bool honours) =>
        Holds((campus, now) => Lifetime(campus, honours, now).IsClosed(now) == PersonByPerson.IsClosed(campus, honours, now));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Closes_Never_OnlyWhereSomebodyStaysForEver(bool honours) =>
        Holds(
            (campus, now) =>
                (Lifetime(campus, honours, now).Closes == CourseCloses.Never)
                != PersonByPerson.IsClosed(campus, honours, DateTimeOffset.MaxValue)
        );

    [Fact]
    public void Strictly_AtEveryTickThatMatters_IsCanvassOwnConcluded() =>
        Holds(
            (campus, now) =>
            {
                var lifetime = Lifetime(campus, false, now);
                var concluded = PersonByPerson.IsConcluded(campus, now);
                return lifetime.Strictly().IsClosed(now) == concluded && lifetime.IsConcluded(now) == concluded;
            }
        );

    [Fact]
    public void Lifetime_OfACompleteAnswer_IsNeverUndecidable() =>
        Holds(
            (campus, now) =>
                Lifetime(campus, true, now) is { Closes: not CourseCloses.Undecidable } lifetime
                && lifetime.Strictly().Closes != CourseCloses.Undecidable
        );

    [Fact]
    public void ClosesAt_AsAnInstant_IsOneOfTheDatesThatWereRead() =>
        Holds((campus, now) => Lifetime(campus, true, now).ClosesAt is not { } at || Moments(campus).Contains(at));

    [Fact]
    public void Inputs_StoredAndReadAgain_GiveTheSameVerdict() =>
        Holds(
            (campus, now) =>
            {
                var once = Lifetime(campus, true, now);
                var again = CourseLifetime.Compute(
                    JsonSerializer.Deserialize<CourseLifetimeInputs>(JsonSerializer.Serialize(once.Inputs))!,
                    now
                );
                return (once.Closes, once.ClosesAt, once.Reason, once.ConcludedAt)
                    == (again.Closes, again.ClosesAt, again.Reason, again.ConcludedAt);
            }
        );

    private static CourseLifetime Lifetime(AnyCourse campus, bool honours, DateTimeOffset now)
    {
        var students = honours ? campus.Students : [];
        var inputs = LifetimeFacts.Of(campus.Course);
        if (LifetimeFacts.EndsByDates(campus.Course))
        {
            inputs = inputs with
            {
                Term = LifetimeFacts.Of(campus.Term),
                Sections = LifetimeFacts.Of(campus.Sections, students),
                IndividualEnds = LifetimeFacts.Ends(students),
            };
        }
        return CourseLifetime.Compute(inputs, now);
    }

    private static void Holds(Func<AnyCourse, DateTimeOffset, bool> isSo) =>
        Check.One(
            Runs,
            FsCheck.Fluent.Prop.ForAll(
                AnyCourse.Arbitrary(),
                campus => Moments(campus).SelectMany(at => new[] { at - Tick, at, at + Tick }).All(now => isSo(campus, now))
            )
        );

    /// <summary>Every date of the course, and one before and after all.</summary>
    private static HashSet<DateTimeOffset> Moments(AnyCourse campus) =>
        [
            AnyCourse.Origin.AddYears(-1),
            AnyCourse.Origin.AddYears(1),
            .. new[] { campus.Course.StartAt, campus.Course.EndAt.Value, campus.Term.StartAt, campus.Term.EndAt.Value }
                .Concat(campus.Term.Overrides!.Values.SelectMany(dates => new[] { dates.StartAt, dates.EndAt }))
                .Concat(campus.Sections.SelectMany(section => new[] { section.StartAt, section.EndAt.Value }))
                .Concat(campus.Students.SelectMany(student => new[] { student.StartAt, student.EndAt }))
                .OfType<DateTimeOffset>(),
        ];
}
