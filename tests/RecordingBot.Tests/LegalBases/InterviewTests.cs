using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Channels;
using RecordingBot.Tests.Channels;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.LegalBases;

/// <summary>The interview as conversations, over the real services.</summary>
public sealed class InterviewTests(BotHouse house) : IClassFixture<BotHouse>
{
    private const string Personnummer = "811228-9874";

    internal static readonly Dictionary<string, string> English = new(StringComparer.Ordinal)
    {
        ["purpose.text"] = "Students repeat the derivations before the laboratory session.",
        ["necessity.achievableWithout"] = "no",
        ["necessity.justification"] = "The derivations are long and a third of the course is on placement.",
        ["legalBasis.kind"] = "Task in the public interest",
        ["audience.groups"] = "students and employees",
        ["contains.sensitive"] = "none",
        ["participationOptions.cameraOptional"] = "yes",
        ["participationOptions.microphoneOptional"] = "yes",
        ["storage"] = "1",
        ["publication"] = "In the Canvas course",
        ["availability"] = "1",
    };

    private static readonly Dictionary<string, string> Swedish = new(StringComparer.Ordinal)
    {
        ["purpose.text"] = "Studenterna repeterar härledningarna före laborationen.",
        ["necessity.achievableWithout"] = "nej",
        ["necessity.justification"] = "Härledningarna är långa och en tredjedel av kursen är på praktik.",
        ["legalBasis.kind"] = "uppgift av allmänt intresse",
        ["audience.groups"] = "studenter",
        ["contains.sensitive"] = "inget",
        ["participationOptions.cameraOptional"] = "ja",
        ["participationOptions.microphoneOptional"] = "ja",
        ["storage"] = "på datorn",
        ["publication"] = "i kursen i Canvas",
        ["availability"] = "så länge kursen är öppen i Canvas",
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Interview_NormalLectureInSwedish_IsApprovedAndCitesItsRules()
    {
        var (teacher, meeting) = await AtMeetingAsync("FYSA12, föreläsning 1", await house.NewCourseAsync(), "Spela in föreläsningen");

        Assert.Contains("ändamålet", teacher.Heard, StringComparison.Ordinal);
        await teacher.AnswerAsync(Swedish);
        Assert.Equal("review", teacher.Asked);
        Assert.Contains("Studenterna repeterar", teacher.Heard, StringComparison.Ordinal);
        await teacher.SayAsync("besluta");

        Assert.StartsWith("Beslut: FYSA12, föreläsning 1 får spelas in", teacher.Heard, StringComparison.Ordinal);
        Assert.Contains("[notice.before-start]", teacher.Heard, StringComparison.Ordinal);
        var decision = await house.ReadAsync(registry => registry.Decisions.SingleAsync(row => row.MeetingId == meeting, Ct));
        Assert.Equal(("approved", "chat"), (decision.Outcome, decision.Channel));
        var recording = await house.ReadAsync(registry => registry.Recordings.SingleAsync(row => row.MeetingId == meeting, Ct));
        Assert.Equal((RecordingState.Expected, decision.Id), (recording.State, recording.DecisionId));
        Assert.NotNull(recording.CourseId);
    }

    [Fact]
    public async Task Interview_MeetingWithoutCourseInEnglish_PicksOneFromCanvas()
    {
        var (teacher, meeting) = await AtMeetingAsync("Lecture without course", null, "record");

        Assert.Equal("meeting.course", teacher.Asked);
        Assert.Contains(teacher.Buttons, button => button.Contains("Mathematical Statistics", StringComparison.Ordinal));
        await teacher.SayAsync("mathematical");
        Assert.Equal("purpose.text", teacher.Asked);
        await teacher.AnswerAsync(English);
        await teacher.SayAsync("decide");

        Assert.StartsWith("Decision: Lecture without course may be recorded", teacher.Heard, StringComparison.Ordinal);
        Assert.Equal(
            "102",
            await house.ReadAsync(registry => registry.Meetings.Where(row => row.Id == meeting).Select(row => row.CourseId).SingleAsync(Ct))
        );
    }

    [Fact]
    public async Task Interview_OtherMeetingWithoutCourse_AsksWhatTheRulesAskThen()
    {
        var (teacher, _) = await AtMeetingAsync("Board meeting", null, "record");

        await teacher.SayAsync("no course");
        Assert.Equal("meeting.kind", teacher.Asked);
        await teacher.SayAsync("5");
        await teacher.AnswerAsync(
            new Dictionary<string, string>(English, StringComparer.Ordinal)
            {
                ["audience.groups"] = "employees",
                ["publication"] = "nowhere",
                ["availability"] = "6 months",
            }
        );
        Assert.Equal("review", teacher.Asked);
        Assert.Contains("for 6 months after the meeting", teacher.Heard, StringComparison.Ordinal);
        await teacher.SayAsync("decide");

        Assert.StartsWith("Decision: Board meeting may be recorded", teacher.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interview_AnUnlawfulBasis_IsRefusedWithAWayOutThatCanBeTaken()
    {
        var (teacher, meeting) = await AtMeetingAsync("Refused at first", await house.NewCourseAsync(), "record");

        await teacher.AnswerAsync(
            new Dictionary<string, string>(English, StringComparer.Ordinal) { ["legalBasis.kind"] = "legitimate-interests" }
        );
        await teacher.SayAsync("decide");
        Assert.Contains("may not be recorded", teacher.Heard, StringComparison.Ordinal);
        Assert.Contains("[basis.allowed]", teacher.Heard, StringComparison.Ordinal);
        Assert.Empty(await house.ReadAsync(registry => registry.Recordings.Where(row => row.MeetingId == meeting).ToListAsync(Ct)));

        await teacher.SayAsync("status");
        var number = teacher.Heard.Split('\n').Single(line => line.Contains("Legal basis:", StringComparison.Ordinal)).Split('.')[0];
        await teacher.SayAsync(number);
        Assert.Equal("legalBasis.kind", teacher.Asked);
        await teacher.SayAsync("public-interest");
        await teacher.SayAsync("decide");

        Assert.Contains("may be recorded", teacher.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interview_ARefusingAnswer_IsToldAtOnce()
    {
        var (teacher, _) = await AtMeetingAsync("Told at once", await house.NewCourseAsync(), "record");

        await teacher.SayAsync(English["purpose.text"]);
        await teacher.SayAsync("yes");

        Assert.Contains("[necessity.shown]", teacher.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interview_APersonnummerInAText_IsSaidSoAndKeptNowhere()
    {
        var (teacher, _) = await AtMeetingAsync("With a number", await house.NewCourseAsync(), "spela in");

        await teacher.SayAsync($"Så att {Personnummer} kan se föreläsningen som hon missade.");

        Assert.Contains("purpose.minimised-text", teacher.Heard, StringComparison.Ordinal);
        Assert.Equal("purpose.text", teacher.Asked);
        Assert.False(house.Wrote(Personnummer));
        Assert.Contains(await teacher.LogAsync(), line => line.Activity.Text == Personal.Placeholder);
    }

    [Fact]
    public async Task Interview_ATooShortPurpose_IsAskedForAgain()
    {
        var (teacher, _) = await AtMeetingAsync("Too short", await house.NewCourseAsync(), "record");

        await teacher.SayAsync("Because.");

        Assert.Contains("at least 20 characters", teacher.Heard, StringComparison.Ordinal);
        Assert.Equal("purpose.text", teacher.Asked);
    }

    [Fact]
    public async Task Interview_ARestartInTheMiddle_GoesOnWhereItWas()
    {
        await using var own = new BotHouse();
        await own.InitializeAsync();
        await own.PlanAsync("Through a restart", "101");
        var teacher = await own.TalkerAsync("teacher");
        await teacher.SayAsync("record");
        await teacher.SayAsync("1");
        await teacher.SayAsync(English["purpose.text"]);

        await own.RestartAsync();
        await teacher.SayAsync("no");

        Assert.Equal("necessity.justification", teacher.Asked);
        await teacher.AnswerAsync(English);
        Assert.Contains("Students repeat the derivations", teacher.Heard, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "necessity.teaching")]
    public async Task Interview_OfTeaching_KeepsTheJudgementAsTheTeachersOwnWithNameAndTime()
    {
        var (teacher, meeting) = await AtMeetingAsync("Own judgement", await house.NewCourseAsync(), "record");
        await teacher.SayAsync(English["purpose.text"]);
        Assert.Contains("can the teaching", teacher.Heard, StringComparison.Ordinal);
        var before = house.Clock.GetUtcNow();
        await teacher.AnswerAsync(English);
        await teacher.SayAsync("decide");

        var decision = await house.ReadAsync(registry => registry.Decisions.SingleAsync(row => row.MeetingId == meeting, Ct));
        Assert.Equal((await house.PersonAsync("teacher")).Id, decision.DecidedBy);
        Assert.InRange(decision.DecidedAt, before.AddSeconds(-1), house.Clock.GetUtcNow());
        Assert.Contains(English["necessity.justification"], decision.Request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interview_AnotherLanguageInTheMiddle_AsksTheSameInIt()
    {
        var (teacher, _) = await AtMeetingAsync("Two languages", await house.NewCourseAsync(), "record");
        await teacher.SayAsync(English["purpose.text"]);

        await teacher.SayAsync("svenska");
        Assert.Contains("kan undervisningen", teacher.Heard, StringComparison.Ordinal);
        Assert.DoesNotContain("judgement", teacher.Heard, StringComparison.Ordinal);
        await teacher.SayAsync("english");

        Assert.Contains("can the teaching", teacher.Heard, StringComparison.Ordinal);
        Assert.Equal("necessity.achievableWithout", teacher.Asked);
    }

    [Fact]
    public async Task Interview_Back_AsksTheQuestionBefore()
    {
        var (teacher, _) = await AtMeetingAsync("Back", await house.NewCourseAsync(), "record");
        await teacher.SayAsync(English["purpose.text"]);
        await teacher.SayAsync("no");

        await teacher.SayAsync("tillbaka");
        Assert.Equal("necessity.achievableWithout", teacher.Asked);
        await teacher.SayAsync("back");

        Assert.Equal("purpose.text", teacher.Asked);
    }

    [Fact]
    public async Task Interview_NoneAfterAYes_TakesTheYesNotBack()
    {
        var (teacher, _) = await AtMeetingAsync("Yes and none", await house.NewCourseAsync(), "record");
        var upToContent = English.Where(answer => !answer.Key.StartsWith("contains.", StringComparison.Ordinal));
        await teacher.AnswerAsync(upToContent.ToDictionary(StringComparer.Ordinal));

        await teacher.SayAsync("yes");
        Assert.Contains("[content.not-sensitive]", teacher.Heard, StringComparison.Ordinal);
        await teacher.SayAsync("none");
        await teacher.AnswerAsync(English);

        Assert.Contains("Sensitive data: Yes", teacher.Heard, StringComparison.Ordinal);
        Assert.Contains("Confidential matters: No", teacher.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interview_HelpAndNonsense_LeaveTheQuestionStanding()
    {
        var (teacher, _) = await AtMeetingAsync("Help", await house.NewCourseAsync(), "record");
        await teacher.SayAsync(English["purpose.text"]);

        await teacher.SayAsync("help");
        Assert.Equal("necessity.achievableWithout", teacher.Asked);
        await teacher.SayAsync("perhaps");

        Assert.StartsWith("I did not understand that answer", teacher.Heard, StringComparison.Ordinal);
        Assert.Equal("necessity.achievableWithout", teacher.Asked);
    }

    [Fact]
    public async Task Interview_CanvasSilentAtTheDecision_SaysSoAndLosesNothing()
    {
        await using var own = new BotHouse();
        await own.InitializeAsync();
        await own.PlanAsync("Canvas silent", "101");
        var teacher = await own.TalkerAsync("teacher");
        await teacher.SayAsync("record");
        await teacher.SayAsync("1");
        await teacher.AnswerAsync(English);

        await own.BreakCanvasAsync(times: 100);
        await teacher.SayAsync("decide");
        Assert.StartsWith("Canvas does not answer properly", teacher.Heard, StringComparison.Ordinal);
        await own.MendCanvasAsync();
        await teacher.SayAsync("decide");

        Assert.StartsWith("Decision: Canvas silent may be recorded", teacher.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interview_TheSameMessageSentAgain_IsAnsweredTheSameAndTakenOnce()
    {
        var (teacher, _) = await AtMeetingAsync("Twice", await house.NewCourseAsync(), "record");

        var first = await teacher.SayAsync(English["purpose.text"], "user:twice");
        var again = await teacher.SayAsync(English["purpose.text"], "user:twice");

        Assert.Equal(first, again);
        Assert.Equal("necessity.achievableWithout", teacher.Asked);
    }

    [Fact]
    public async Task Interview_ACommandInBetween_LeavesItStanding()
    {
        var (teacher, _) = await AtMeetingAsync("In between", await house.NewCourseAsync(), "record");
        await teacher.SayAsync(English["purpose.text"]);

        await teacher.SayAsync("publish");
        Assert.Contains("There is no recording to publish", teacher.Heard, StringComparison.Ordinal);
        Assert.Equal("necessity.achievableWithout", teacher.Asked);
        await teacher.SayAsync("recordings");

        Assert.Equal("necessity.achievableWithout", teacher.Asked);
        await teacher.AnswerAsync(English);
        Assert.Contains("Students repeat the derivations", teacher.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interview_AnEndlessText_IsAskedForShorter()
    {
        var (teacher, _) = await AtMeetingAsync("Endless", await house.NewCourseAsync(), "record");

        await teacher.SayAsync(new string('a', 4001));

        Assert.StartsWith("That was longer than 4000 characters", teacher.Heard, StringComparison.Ordinal);
        Assert.Equal("purpose.text", teacher.Asked);
    }

    [Fact]
    public async Task Interview_TwoWindows_CannotOverwriteEachOther()
    {
        var student = (await house.PersonAsync("student")).Id;

        var (one, other) = await house.WithAsync(async services =>
        {
            var book = services.GetRequiredService<TalkBook>();
            var (state, version) = await book.ReadAsync(student, Ct);
            return (await WriteAsync(), await WriteAsync());

            Task<bool> WriteAsync() => book.WriteAsync(student, state, version, () => Task.CompletedTask, Ct);
        });

        Assert.Equal((true, false), (one, other));
    }

    [Fact]
    public async Task Interview_SomebodyWhoHostsNothingInZoom_IsToldSo()
    {
        var officer = await house.TalkerAsync("dpo");

        await officer.SayAsync("record");

        Assert.StartsWith("Decisions on recording are given to those who hold meetings in Zoom", officer.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interview_AStudentsOwnMeeting_IsRecordedByAStudent()
    {
        var meeting = await house.PlanAsync("Group work", null, "student");
        var student = await house.TalkerAsync("student");
        await student.SayAsync("english");
        await student.SayAsync("record");
        await student.SayAsync("Group work");
        await student.SayAsync("no course");
        await student.SayAsync("other");
        await student.AnswerAsync(
            new Dictionary<string, string>(English, StringComparer.Ordinal) { ["publication"] = "nowhere", ["availability"] = "1 month" }
        );
        Assert.Contains("Who records: Student", student.Heard, StringComparison.Ordinal);

        await student.PressAsync(student.Cards[^1], "Change", "Who records");
        await student.SayAsync("employee");

        Assert.StartsWith("You are registered as a student", student.Heard, StringComparison.Ordinal);
        var forged = await house.DecideAsync(meeting.Id, new() { ["recorder"] = new JsonObject { ["role"] = "employee" } }, "student");
        Assert.Equal("recorder.role", Assert.Single(forged.Errors).Path);
    }

    [Fact]
    public async Task Interview_CancelAndRecordAgain_BeginsAnew()
    {
        var (teacher, _) = await AtMeetingAsync("Anew", await house.NewCourseAsync(), "record");
        await teacher.SayAsync(English["purpose.text"]);

        await teacher.SayAsync("avbryt");
        await teacher.SayAsync("record");

        Assert.Equal("meeting", teacher.Asked);
    }

    /// <summary>A talk in which a meeting of this topic has been picked.</summary>
    private async Task<(Talker Teacher, Guid Meeting)> AtMeetingAsync(string topic, string? courseId, string begin)
    {
        var meeting = await house.PlanAsync(topic, courseId);
        var teacher = await house.TalkerAsync("teacher");
        await teacher.SayAsync("cancel");
        await teacher.SayAsync(begin);
        Assert.Equal("meeting", teacher.Asked);
        await teacher.SayAsync(teacher.Buttons.Single(button => button.StartsWith(topic + ",", StringComparison.Ordinal)));
        return (teacher, meeting.Id);
    }
}
