using System.Text.Json;
using CanvasConnector.Courses;
using CanvasConnector.Terms;

namespace CanvasConnector.Tests.Courses;

/// <summary>The decision table of facts: Canvas 3.5, row by row, a tick before, at and after the instant.</summary>
public sealed class CourseLifetimeTests
{
    private static readonly DateTimeOffset CourseEnd = new(2027, 5, 31, 21, 59, 59, TimeSpan.Zero);
    private static readonly DateTimeOffset TermEnd = new(2027, 6, 5, 3, 59, 59, TimeSpan.Zero);
    private static readonly DateTimeOffset StudentsEnd = new(2027, 5, 29, 3, 59, 59, TimeSpan.Zero);
    private static readonly DateTimeOffset SectionEnd = new(2027, 6, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private static readonly CourseLifetimeInputs Available = new()
    {
        CourseId = new("4711"),
        State = "available",
        Restrict = true,
        EndAt = CourseEnd,
        Term = new TermInput(new("34"), TermEnd, null),
    };

    public static TheoryData<string, CourseLifetimeInputs, DateTimeOffset, ClosingReason> ByDate =>
        new()
        {
            { "row 6", Available, CourseEnd, ClosingReason.CourseEnd },
            { "row 5: unpublished has an end all the same", Available with { State = "unpublished" }, CourseEnd, ClosingReason.CourseEnd },
            { "row 8: the term's end", Available with { Restrict = false }, TermEnd, ClosingReason.TermEnd },
            { "row 8: the override for students", Overridden(), StudentsEnd, ClosingReason.TermEndStudents },
            { "row 10: the last section", WithSections(Section(SectionEnd, 3)), SectionEnd, ClosingReason.SectionEnd },
            {
                "row 10: a section that ends sooner than another",
                WithSections(Section(StudentsEnd, 3), Plain(1)),
                CourseEnd,
                ClosingReason.CourseEnd
            },
            {
                "row 10: only sections with students count",
                WithSections(Section(SectionEnd, 0), Plain(2)),
                CourseEnd,
                ClosingReason.CourseEnd
            },
            { "row 10: no section with students", WithSections(Section(SectionEnd, 0)), CourseEnd, ClosingReason.CourseEnd },
            {
                "row 10: its end counts whatever the course's flag",
                WithSections(Section(SectionEnd, 1)) with
                {
                    Restrict = false,
                    Term = null,
                },
                SectionEnd,
                ClosingReason.SectionEnd
            },
            {
                "an individual end, where honoured",
                Available with
                {
                    IndividualEnds = [SectionEnd],
                },
                SectionEnd,
                ClosingReason.IndividualEnd
            },
            {
                "an individual end before the section's: its other students stay",
                WithSections(Section(SectionEnd, 3) with { DatedStudents = 2 }) with
                {
                    IndividualEnds = [StudentsEnd, StudentsEnd],
                },
                SectionEnd,
                ClosingReason.SectionEnd
            },
            {
                "individual ends of all in a section: its own end keeps nobody in",
                WithSections(Section(SectionEnd, 2) with { DatedStudents = 2 }) with
                {
                    IndividualEnds = [StudentsEnd, TermEnd],
                },
                TermEnd,
                ClosingReason.IndividualEnd
            },
            {
                "individual ends of all in the course, before its end",
                WithSections(Plain(1) with { DatedStudents = 1 }) with
                {
                    IndividualEnds = [StudentsEnd],
                },
                StudentsEnd,
                ClosingReason.IndividualEnd
            },
            {
                "row 8: the course's own end does not count, past or not",
                Available with
                {
                    Restrict = false,
                    EndAt = StudentsEnd.AddYears(-1),
                },
                TermEnd,
                ClosingReason.TermEnd
            },
            {
                "row 8: the override for students may be later than the term",
                Available with
                {
                    Restrict = false,
                    Term = new TermInput(new("34"), TermEnd, SectionEnd),
                },
                SectionEnd,
                ClosingReason.TermEndStudents
            },
            {
                "row 8: the override for students ends even a term without end",
                Available with
                {
                    Restrict = false,
                    Term = new TermInput(new("34"), null, StudentsEnd),
                },
                StudentsEnd,
                ClosingReason.TermEndStudents
            },
            {
                "row 6: the override for students does not matter where the course's dates count",
                Available with
                {
                    Term = new TermInput(new("34"), TermEnd, StudentsEnd),
                },
                CourseEnd,
                ClosingReason.CourseEnd
            },
            { "row 6: nor does a term that is not known", Available with { Term = null }, CourseEnd, ClosingReason.CourseEnd },
            {
                "unknown numbers of students do not matter without section dates",
                WithSections(Plain(null), Plain(0)),
                CourseEnd,
                ClosingReason.CourseEnd
            },
        };

    public static TheoryData<string, CourseLifetimeInputs, CourseCloses, ClosingReason> WithoutDate =>
        new()
        {
            {
                "row 1",
                new() { CourseId = new("4711"), State = "deleted" },
                CourseCloses.Already,
                ClosingReason.Deleted
            },
            {
                "row 1, unconfirmed",
                new() { CourseId = new("4711"), NotFound = true },
                CourseCloses.Undecidable,
                ClosingReason.NotFound
            },
            {
                "row 4",
                new() { CourseId = new("4711"), AccessRestricted = true },
                CourseCloses.Undecidable,
                ClosingReason.AccessRestricted
            },
            { "row 7: the term's end closes nothing", Available with { EndAt = null }, CourseCloses.Never, ClosingReason.CourseWithoutEnd },
            {
                "row 9",
                Available with
                {
                    Restrict = false,
                    Term = new TermInput(new("1"), null, null),
                },
                CourseCloses.Never,
                ClosingReason.NoEnd
            },
            {
                "row 10: a section without end",
                WithSections(Section(null, 1), Section(SectionEnd, 4)),
                CourseCloses.Never,
                ClosingReason.SectionWithoutEnd
            },
            { "row 11", Available with { State = "archived" }, CourseCloses.Undecidable, ClosingReason.UnknownState },
            { "no state", Available with { State = null }, CourseCloses.Undecidable, ClosingReason.FieldMissing },
            { "no flag", Available with { Restrict = null }, CourseCloses.Undecidable, ClosingReason.FieldMissing },
            { "no end field", Available with { EndAt = null, EndAtMissing = true }, CourseCloses.Undecidable, ClosingReason.FieldMissing },
            { "no term", Available with { Restrict = false, Term = null }, CourseCloses.Undecidable, ClosingReason.FieldMissing },
            {
                "a section without flag",
                WithSections(new SectionInput(new("7")) { Students = 1 }),
                CourseCloses.Undecidable,
                ClosingReason.FieldMissing
            },
            {
                "a dated section of unknown size",
                WithSections(Section(SectionEnd, null)),
                CourseCloses.Undecidable,
                ClosingReason.FieldMissing
            },
            {
                "a section's end not told",
                WithSections(Section(null, 2) with { EndAtMissing = true }),
                CourseCloses.Undecidable,
                ClosingReason.FieldMissing
            },
            {
                "one unknown outweighs one that never ends",
                WithSections(Section(null, 2), Section(SectionEnd, null)),
                CourseCloses.Undecidable,
                ClosingReason.FieldMissing
            },
        };

    [Theory]
    [MemberData(nameof(ByDate))]
    public void Compute_ADateDecides_IsOpenAtItAndClosedATickLater(
        string row,
        CourseLifetimeInputs inputs,
        DateTimeOffset end,
        ClosingReason reason
    )
    {
        foreach (var now in new[] { end - Tick, end, end + Tick })
        {
            var lifetime = CourseLifetime.Compute(inputs, now);

            Assert.Equal((row, CourseCloses.At, end, reason), (row, lifetime.Closes, lifetime.ClosesAt, lifetime.Reason));
            Assert.Equal(now > end, lifetime.IsClosed(now));
            Assert.Equal(now, lifetime.CheckedAt);
        }
    }

    [Theory]
    [MemberData(nameof(WithoutDate))]
    public void Compute_NoDateDecides_SaysSoAtAnyTime(string row, CourseLifetimeInputs inputs, CourseCloses closes, ClosingReason reason)
    {
        foreach (var now in new[] { CourseEnd - Tick, CourseEnd + Tick, DateTimeOffset.MaxValue })
        {
            var lifetime = CourseLifetime.Compute(inputs, now);

            Assert.Equal((row, closes, reason), (row, lifetime.Closes, lifetime.Reason));
            Assert.Null(lifetime.ClosesAt);
            Assert.Equal(closes == CourseCloses.Already, lifetime.IsClosed(now));
        }
    }

    public static TheoryData<string, CourseLifetimeInputs, DateTimeOffset, ClosingReason> StrictlyByDate =>
        new()
        {
            { "row 6", Available, CourseEnd, ClosingReason.CourseEnd },
            { "row 5", Available with { State = "unpublished" }, CourseEnd, ClosingReason.CourseEnd },
            { "row 7: the term's end concludes", Available with { EndAt = null }, TermEnd, ClosingReason.TermEnd },
            { "row 8", Available with { Restrict = false }, TermEnd, ClosingReason.TermEnd },
            { "row 8: overrides do not count", Overridden(), TermEnd, ClosingReason.TermEnd },
            { "row 10: sections do not count", WithSections(Section(SectionEnd, 3)), CourseEnd, ClosingReason.CourseEnd },
            { "nor do sections that nobody knows", WithSections(Section(SectionEnd, null)), CourseEnd, ClosingReason.CourseEnd },
            { "nor individual ends", Available with { IndividualEnds = [SectionEnd] }, CourseEnd, ClosingReason.CourseEnd },
        };

    public static TheoryData<string, CourseLifetimeInputs, CourseCloses, ClosingReason> StrictlyWithoutDate =>
        new()
        {
            {
                "row 1",
                new() { CourseId = new("4711"), State = "deleted" },
                CourseCloses.Already,
                ClosingReason.Deleted
            },
            { "row 3", Available with { State = "completed", EndAt = null }, CourseCloses.Already, ClosingReason.CompletedEarly },
            {
                "row 4",
                new() { CourseId = new("4711"), AccessRestricted = true },
                CourseCloses.Undecidable,
                ClosingReason.AccessRestricted
            },
            {
                "row 9",
                Available with
                {
                    Restrict = false,
                    Term = new TermInput(new("1"), null, StudentsEnd),
                },
                CourseCloses.Never,
                ClosingReason.NoEnd
            },
            { "row 11", Available with { State = "archived" }, CourseCloses.Undecidable, ClosingReason.UnknownState },
            { "no flag", Available with { Restrict = null }, CourseCloses.Undecidable, ClosingReason.FieldMissing },
            { "no end field", Available with { EndAt = null, EndAtMissing = true }, CourseCloses.Undecidable, ClosingReason.FieldMissing },
            {
                "no term where it decides",
                Available with
                {
                    EndAt = null,
                    Term = null,
                },
                CourseCloses.Undecidable,
                ClosingReason.FieldMissing
            },
            {
                "no term where a section would decide",
                WithSections(Section(SectionEnd, 1)) with
                {
                    Restrict = false,
                    Term = null,
                },
                CourseCloses.Undecidable,
                ClosingReason.FieldMissing
            },
        };

    [Theory]
    [MemberData(nameof(StrictlyByDate))]
    public void Strictly_ADateDecides_IsOpenAtItAndConcludedATickLater(
        string row,
        CourseLifetimeInputs inputs,
        DateTimeOffset end,
        ClosingReason reason
    )
    {
        foreach (var now in new[] { end - Tick, end, end + Tick })
        {
            var lifetime = CourseLifetime.Compute(inputs, now);
            var strict = lifetime.Strictly();

            Assert.Equal((row, CourseCloses.At, end, reason), (row, strict.Closes, strict.ClosesAt, strict.Reason));
            Assert.Equal((now > end, now > end), (strict.IsClosed(now), lifetime.IsConcluded(now)));
            Assert.Equal((end, end), (lifetime.ConcludedAt, strict.ConcludedAt));
        }
    }

    [Theory]
    [MemberData(nameof(StrictlyWithoutDate))]
    public void Strictly_NoDateDecides_SaysSo(string row, CourseLifetimeInputs inputs, CourseCloses closes, ClosingReason reason)
    {
        var strict = CourseLifetime.Compute(inputs, CourseEnd).Strictly();

        Assert.Equal((row, closes, reason, null), (row, strict.Closes, strict.Reason, strict.ClosesAt));
    }

    [Theory]
    [InlineData(-1, false, ClosingReason.CompletedEarly)]
    [InlineData(0, true, ClosingReason.Completed)]
    [InlineData(1, true, ClosingReason.Completed)]
    public void Compute_ConcludedByHand_IsClosedNowAndEstimatesOnlyByAPastEnd(int ticks, bool estimated, ClosingReason reason)
    {
        var now = CourseEnd + (ticks * Tick);

        var lifetime = CourseLifetime.Compute(Available with { State = "completed" }, now);

        Assert.Equal((CourseCloses.Already, reason), (lifetime.Closes, lifetime.Reason));
        Assert.Equal(estimated ? CourseEnd : null, lifetime.ClosesAt);
        Assert.True(lifetime.IsClosed(now));
        Assert.True(lifetime.IsConcluded(now));
    }

    [Fact]
    public void Compute_ConcludedByHandWithoutEnd_IsClosedNow()
    {
        var lifetime = CourseLifetime.Compute(Available with { State = "completed", EndAt = null }, CourseEnd);

        Assert.Equal((CourseCloses.Already, ClosingReason.CompletedEarly), (lifetime.Closes, lifetime.Reason));
    }

    [Fact]
    public void Compute_OverrideForStudents_ClosesAWeekBeforeCanvasSaysConcluded()
    {
        var lifetime = CourseLifetime.Compute(Overridden(), StudentsEnd + Tick);

        Assert.True(lifetime.IsClosed(StudentsEnd + Tick));
        Assert.False(lifetime.IsConcluded(StudentsEnd + Tick));
        Assert.Equal(TermEnd, lifetime.ConcludedAt);
    }

    [Fact]
    public void Compute_CourseWithoutEndAfterTerm_IsOpenThoughCanvasSaysConcluded()
    {
        var lifetime = CourseLifetime.Compute(Available with { EndAt = null }, TermEnd + Tick);

        Assert.False(lifetime.IsClosed(TermEnd + Tick));
        Assert.True(lifetime.IsConcluded(TermEnd + Tick));
    }

    [Fact]
    public void Compute_Any_KeepsInputsThatSerialiseAndGiveTheSameVerdict()
    {
        var inputs = WithSections(Section(SectionEnd, 3), Plain(2)) with { IndividualEnds = [StudentsEnd] };

        var again = JsonSerializer.Deserialize<CourseLifetimeInputs>(
            JsonSerializer.Serialize(CourseLifetime.Compute(inputs, CourseEnd).Inputs)
        )!;

        Assert.Equal(SectionEnd, CourseLifetime.Compute(again, CourseEnd).ClosesAt);
        Assert.Equal(inputs.Sections, again.Sections);
        Assert.Equal("\"section-end\"", JsonSerializer.Serialize(ClosingReason.SectionEnd));
        Assert.Equal("\"at\"", JsonSerializer.Serialize(CourseCloses.At));
    }

    private static CourseLifetimeInputs Overridden() =>
        Available with
        {
            Restrict = false,
            Term = new TermInput(new CanvasId<Term>("34"), TermEnd, StudentsEnd),
        };

    private static CourseLifetimeInputs WithSections(params SectionInput[] sections) => Available with { Sections = [.. sections] };

    private static SectionInput Section(DateTimeOffset? end, int? students) =>
        new(new("7"))
        {
            Restrict = true,
            EndAt = end,
            Students = students,
        };

    private static SectionInput Plain(int? students) => new(new("8")) { Restrict = false, Students = students };
}
