using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Tests.Channels;

namespace RecordingBot.Tests.LegalBases;

/// <summary>A course's later lectures: the earlier answers are shown whole, and two answers do.</summary>
public sealed class LastTimeTests(BotHouse house) : IClassFixture<BotHouse>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SecondLecture_TwoAnswers_Decide()
    {
        var course = await DecidedCourseAsync();
        var (teacher, meeting) = await AtLectureAsync("Second", course);
        Assert.Equal("as-last-time", teacher.Asked);
        Assert.Contains("Purpose: Students repeat the derivations", teacher.Heard, StringComparison.Ordinal);
        Assert.Contains("\"The derivations are long and a third of the course is on placement.\"", teacher.Heard, StringComparison.Ordinal);

        await teacher.PressAsync(teacher.Cards[^1], "Yes, that is my judgement");
        Assert.Equal("contains.sensitive", teacher.Asked);
        await teacher.PressAsync(teacher.Cards[^1], "None of the four");

        Assert.StartsWith("Decision: Second", teacher.Heard, StringComparison.Ordinal);
        var request = await RequestAsync(meeting);
        Assert.Equal(
            "The derivations are long and a third of the course is on placement.",
            (string?)request["necessity"]!["justification"]
        );
        Assert.All(request["contains"]!.AsObject(), answer => Assert.False((bool)answer.Value!));
    }

    [Fact]
    public async Task SecondLecture_OfAColleague_IsDecidedInTheirOwnName()
    {
        var course = await DecidedCourseAsync();
        var (colleague, meeting) = await AtLectureAsync("The colleague's", course, "teacher-2");

        await colleague.SayAsync("yes");
        await colleague.SayAsync("none");

        Assert.StartsWith("Decision: The colleague's", colleague.Heard, StringComparison.Ordinal);
        var decision = await house.ReadAsync(registry => registry.Decisions.SingleAsync(row => row.MeetingId == meeting, Ct));
        Assert.Equal((await house.PersonAsync("teacher-2")).Id, decision.DecidedBy);
    }

    [Fact]
    public async Task SecondLecture_AnotherJudgement_IsAskedForAndTheAnswersAreShownWhole()
    {
        var (teacher, meeting) = await AtLectureAsync("Judged anew", await DecidedCourseAsync());

        await teacher.PressAsync(teacher.Cards[^1], "No, I want to change something");
        Assert.Equal("necessity.achievableWithout", teacher.Asked);
        await teacher.SayAsync("no");
        await teacher.SayAsync("This one shows an experiment that can't be seen from the back row.");
        await teacher.SayAsync("none");

        Assert.Equal("review", teacher.Asked);
        Assert.Contains("Legal basis: Task in the public interest", teacher.Heard, StringComparison.Ordinal);
        await teacher.SayAsync("decide");
        Assert.Contains("back row", (string?)(await RequestAsync(meeting))["necessity"]!["justification"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondLecture_WithSomethingSensitive_IsNotDecidedByItself()
    {
        var (teacher, meeting) = await AtLectureAsync("Sensitive", await DecidedCourseAsync());
        await teacher.SayAsync("yes");

        await teacher.SayAsync("yes");
        await teacher.SayAsync("none");

        Assert.Equal("review", teacher.Asked);
        Assert.False(await house.ReadAsync(registry => registry.Decisions.AnyAsync(row => row.MeetingId == meeting, Ct)));
    }

    [Fact]
    public async Task SecondLecture_InAnotherLanguageOrAfterARestart_IsOfferedTheSameAgain()
    {
        var (teacher, _) = await AtLectureAsync("Again", await DecidedCourseAsync());

        await teacher.SayAsync("svenska");
        Assert.Equal("as-last-time", teacher.Asked);
        Assert.Contains("I den här kursen beslutades det senast", teacher.Heard, StringComparison.Ordinal);
        await teacher.SayAsync("english");
        await teacher.SayAsync("perhaps");

        Assert.Equal("as-last-time", teacher.Asked);
    }

    [Fact]
    public async Task FirstLecture_AfterARefusalOnly_IsAskedInFull()
    {
        var course = await house.NewCourseAsync();
        var (teacher, _) = await AtLectureAsync("Refused", course);
        await teacher.AnswerAsync(
            new Dictionary<string, string>(InterviewTests.English, StringComparer.Ordinal) { ["legalBasis.kind"] = "Legitimate interests" }
        );
        await teacher.SayAsync("decide");
        Assert.Contains("may not be recorded", teacher.Heard, StringComparison.Ordinal);

        var (again, _) = await AtLectureAsync("Asked in full", course);

        Assert.Equal("purpose.text", again.Asked);
    }

    private async Task<string> DecidedCourseAsync()
    {
        var course = await house.NewCourseAsync();
        var (teacher, _) = await AtLectureAsync("First", course);
        await teacher.AnswerAsync(InterviewTests.English);
        await teacher.SayAsync("decide");
        Assert.StartsWith("Decision: First", teacher.Heard, StringComparison.Ordinal);
        return course;
    }

    private async Task<(Talker Teacher, Guid Meeting)> AtLectureAsync(string topic, string course, string account = "teacher")
    {
        var unique = $"{topic} {course}";
        var meeting = await house.PlanAsync(unique, course, account);
        var teacher = await house.TalkerAsync(account);
        await teacher.SayAsync("cancel");
        await teacher.SayAsync("record");
        await teacher.SayAsync(teacher.Buttons.Single(button => button.StartsWith(unique + ",", StringComparison.Ordinal)));
        return (teacher, meeting.Id);
    }

    private async Task<JsonObject> RequestAsync(Guid meeting) =>
        JsonNode
            .Parse(
                await house.ReadAsync(registry =>
                    registry.Decisions.Where(row => row.MeetingId == meeting).Select(row => row.Request).SingleAsync(Ct)
                )
            )!
            .AsObject();
}
