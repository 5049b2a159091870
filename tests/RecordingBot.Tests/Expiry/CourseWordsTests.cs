using System.Text.Json;
using CanvasConnector.Courses;
using RecordingBot.Expiry;
using RecordingPolicy;
using RecordingPolicy.Packs;

namespace RecordingBot.Tests.Expiry;

/// <summary>A course's end is told to whoever sees to the course, with what would change it.</summary>
public sealed class CourseWordsTests
{
    private static readonly DateTimeOffset End = new(2027, 6, 5, 3, 59, 59, TimeSpan.Zero);
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");
    private static readonly CourseWords Words = new(Zone, ClosingRule.Students);

    private static readonly CourseLifetimeInputs Inputs = new()
    {
        CourseId = new("101"),
        State = "available",
        Restrict = false,
        EndAt = End.AddDays(-100),
        Term = new TermInput(new("34"), End, null) { Name = "Spring 2027" },
        Sections =
        [
            Section("Empty", End, students: 0),
            Section("Elsewhere", End.AddDays(-1), students: 3),
            Section("Late group", End, students: 2),
            Section("Open group", null, students: 2),
        ],
    };

    [Theory]
    [InlineData(ClosingRule.Students)]
    [InlineData(ClosingRule.Strict)]
    public void Course_ForEveryReason_IsToldWithWhatWouldChangeItInBothLanguages(ClosingRule closing)
    {
        var words = new CourseWords(Zone, closing);
        foreach (var reason in Enum.GetValues<ClosingReason>())
        {
            AssertSaid(words.Why(Course(reason)));
            AssertSaid(words.Rule(Course(reason)));
            AssertSaid(words.Change(Course(reason)));
            AssertSaid(words.Change(Course(reason, "{}")));
        }
    }

    [Theory]
    [InlineData(ClosingReason.SectionEnd, "Late group")]
    [InlineData(ClosingReason.SectionWithoutEnd, "Open group")]
    [InlineData(ClosingReason.TermEnd, "Spring 2027")]
    [InlineData(ClosingReason.TermEndStudents, "Spring 2027")]
    [InlineData(ClosingReason.NoEnd, "Spring 2027")]
    public void Rule_OfASectionOrTerm_NamesIt(ClosingReason reason, string name)
    {
        var rule = Words.Rule(Course(reason));

        Assert.Contains(name, rule.Sv, StringComparison.Ordinal);
        Assert.Contains(name, rule.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Change_WhereTheCoursesOwnEndDoesNotCount_SaysWhyNot()
    {
        var ignored = Words.Change(Course(ClosingReason.TermEnd));
        var none = Words.Change(Course(ClosingReason.TermEnd, Stored(Inputs with { EndAt = null })));
        var section = Words.Change(Course(ClosingReason.SectionEnd));

        Assert.StartsWith(
            "The course's own end date, Thursday 25 February 2027 at 04:59 (Swedish time), doesn't count: “Students can only participate between these dates” is off",
            ignored.En,
            StringComparison.Ordinal
        );
        Assert.EndsWith(none.En, ignored.En, StringComparison.Ordinal);
        Assert.DoesNotContain("doesn't count", none.En + section.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Why_InStrictMode_SaysThatStrictDecides()
    {
        var strict = new CourseWords(Zone, ClosingRule.Strict).Why(Course(ClosingReason.CourseEnd));
        var students = Words.Why(Course(ClosingReason.CourseEnd));

        Assert.StartsWith(students.En, strict.En, StringComparison.Ordinal);
        Assert.Contains("strict mode", strict.En, StringComparison.Ordinal);
        Assert.Contains("strikt läge", strict.Sv, StringComparison.Ordinal);
        Assert.DoesNotContain("strict", students.En, StringComparison.Ordinal);
    }

    private static SectionInput Section(string name, DateTimeOffset? end, int students) =>
        new(new("7"))
        {
            Name = name,
            Restrict = true,
            EndAt = end,
            Students = students,
        };

    private static CourseRow Course(ClosingReason reason, string? inputs = null) =>
        new()
        {
            Id = "101",
            Closes = "at",
            ClosesAt = End,
            Reason = JsonSerializer.SerializeToElement(reason).GetString()!,
            Inputs = inputs ?? Stored(Inputs),
        };

    private static string Stored(CourseLifetimeInputs inputs) => JsonSerializer.Serialize(inputs, JsonSerializerOptions.Web);

    private static void AssertSaid(LocalizedText text)
    {
        Assert.NotEqual(text.Sv, text.En);
        Assert.DoesNotContain("{", text.Sv + text.En, StringComparison.Ordinal);
        Assert.NotEqual("", text.Sv);
    }
}
