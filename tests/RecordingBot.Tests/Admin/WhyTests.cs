using System.Globalization;
using System.Text.RegularExpressions;
using CanvasConnector.Courses;
using RecordingAgent.Watching;
using RecordingBot.Admin;
using RecordingBot.Expiry;
using RecordingBot.Hosting;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingPolicy;
using RecordingPolicy.Expiry;
using RecordingPolicy.Notices;

namespace RecordingBot.Tests.Admin;

public sealed partial class WhyTests(Api.OpenHouse house)
{
    private static readonly DateTimeOffset End = new(2027, 1, 17, 22, 59, 59, TimeSpan.Zero);

    private Why Why => (Why)house.App.Services.GetService(typeof(Why))!;

    public static TheoryData<DueReason> DueReasons => [.. Enum.GetValues<DueReason>()];

    public static TheoryData<EndReason> EndReasons => [.. Enum.GetValues<EndReason>()];

    public static TheoryData<ClosingReason> ClosingReasons => [.. Enum.GetValues<ClosingReason>()];

    public static TheoryData<TroubleKind> TroubleKinds => [.. Enum.GetValues<TroubleKind>()];

    public static TheoryData<string> TaskKinds =>
        [.. typeof(TaskKind).GetFields().Select(constant => (string)constant.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(DueReasons))]
    public void NextStep_ForEveryReason_HasASentenceInBothLanguages(DueReason reason) =>
        AssertSaid(Why.NextStep(Recording(row => (row.NextStepReason, row.NextStepAt) = (reason, End))));

    [Theory]
    [MemberData(nameof(EndReasons))]
    public void Ends_ForEveryReason_HasASentenceInBothLanguages(EndReason reason) =>
        AssertSaid(Why.Ends(Recording(row => (row.EndReason, row.EndsAt) = (reason, End)), Course("at", ClosingReason.CourseEnd)));

    [Theory]
    [MemberData(nameof(ClosingReasons))]
    public void Course_ForEveryReason_HasASentenceInBothLanguages(ClosingReason reason) =>
        Assert.All(["at", "already", "never", "undecidable"], closes => AssertSaid(Why.Course(Course(closes, reason))));

    [Theory]
    [MemberData(nameof(TaskKinds))]
    public void Task_OfEveryKind_HasAQuestionInBothLanguages(string kind) =>
        AssertSaid(
            Why.Task(
                new()
                {
                    Kind = kind,
                    Subject = "recording:x",
                    Role = Role.Teacher,
                    Arguments = kind == TaskKind.Folder ? """["root-missing",""]""" : """["FYSA12","101"]""",
                }
            )
        );

    [Theory]
    [MemberData(nameof(TroubleKinds))]
    public void Task_OfAFolder_SaysInWordsWhatIsWrong(TroubleKind kind) =>
        AssertSaid(
            Why.Task(
                new()
                {
                    Kind = TaskKind.Folder,
                    Subject = "folder:x",
                    Role = Role.Operator,
                    Arguments = $"""["{WireName.Of(kind)}","2026-09-07 FYSA12"]""",
                }
            )
        );

    [Fact]
    public void Ends_AtACoursesClosing_NamesTheCourseTheMomentAndTheRule()
    {
        var why = Why.Ends(
            Recording(row => (row.EndReason, row.EndsAt) = (EndReason.CourseCloses, End)),
            Course("at", ClosingReason.TermEnd)
        );

        Assert.Equal(
            "Inspelningen tas bort söndag 17 januari 2027 kl. 23.59 (svensk tid), när kursen Optik stänger för studenterna. Det följer av terminens slutdatum.",
            why.Sv
        );
        Assert.Equal(
            "The recording goes Sunday 17 January 2027 at 23:59 (Swedish time), when the course Optik closes to its students. That follows from the term's end date.",
            why.En
        );
    }

    [Fact]
    public void Moments_InTheHourThatOccursTwice_TellWhichOne()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");
        var first = new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero);

        Assert.Equal("Sunday 25 October 2026 at 02:30 (UTC+2)", MomentWords.Of(first, zone).En);
        Assert.Equal("Sunday 25 October 2026 at 02:30 (UTC+1)", MomentWords.Of(first.AddHours(1), zone).En);
    }

    [Theory]
    [InlineData("Why")]
    [InlineData("Pages")]
    public void Texts_EveryOne_StandInBothLanguagesWithTheSamePlaces(string file)
    {
        var resources = new System.Resources.ResourceManager("RecordingBot.Resources." + file, typeof(BothLanguages).Assembly);
        var english = Read(resources, CultureInfo.InvariantCulture);
        var swedish = Read(resources, CultureInfo.GetCultureInfo("sv"));

        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), swedish.Keys.Order(StringComparer.Ordinal));
        Assert.All(
            english,
            text => Assert.False(string.IsNullOrWhiteSpace(text.Value) || string.IsNullOrWhiteSpace(swedish[text.Key]), text.Key)
        );
        Assert.All(english, text => Assert.Equal(Places(text.Value), Places(swedish[text.Key])));
    }

    private static Dictionary<string, string> Read(System.Resources.ResourceManager resources, CultureInfo culture) =>
        resources
            .GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);

    private static IEnumerable<string> Places(string text) =>
        Place().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static RecordingRow Recording(Action<RecordingRow> change)
    {
        var recording = new RecordingRow { Topic = "FYSA12", CourseId = "101" };
        change(recording);
        return recording;
    }

    private static CourseRow Course(string closes, ClosingReason reason) =>
        new()
        {
            Id = "101",
            Name = "Optik",
            Closes = closes,
            ClosesAt = closes is "at" or "already" ? End : null,
            Reason = System.Text.Json.JsonSerializer.SerializeToElement(reason).GetString()!,
            Inputs = "{}",
        };

    private static void AssertSaid(LocalizedText text)
    {
        Assert.NotEqual(text.Sv, text.En);
        Assert.DoesNotContain("{", text.Sv + text.En, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Place();
}
