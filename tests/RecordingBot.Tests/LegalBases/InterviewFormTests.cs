using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Tests.Channels;

namespace RecordingBot.Tests.LegalBases;

/// <summary>The first time in a course: one form, the answers shown whole, the decision.</summary>
public sealed class InterviewFormTests(BotHouse house) : IClassFixture<BotHouse>
{
    private const string Personnummer = "811228-9874";

    private static readonly Dictionary<string, string> English = new(StringComparer.Ordinal)
    {
        ["purpose.text"] = "Students repeat the derivations before the laboratory session.",
        ["necessity.achievableWithout"] = "No",
        ["necessity.justification"] = "The derivations are long and a third of the course is on placement.",
        ["legalBasis.kind"] = "Task in the public interest",
        ["audience.groups"] = "Students,Employees",
        ["contains"] = "None of the four",
        ["participationOptions.cameraOptional"] = "Yes",
        ["participationOptions.microphoneOptional"] = "Yes",
        ["storage"] = "On the computer of the person who records",
        ["publication"] = "In the Canvas course",
        ["availability"] = "As long as the course is open in Canvas",
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Form_TheNormalCase_IsOneFormAndADecision()
    {
        var (teacher, meeting) = await AtMeetingAsync("Normal");
        var card = teacher.Cards[^1];
        Assert.Equal(English.Keys, Talker.Fields(card).Select(Talker.FieldOf));
        Assert.All(Talker.Fields(card), field => Assert.True(field.GetProperty("isRequired").GetBoolean()));

        await teacher.FillInAsync(card, "Answer", English);
        Assert.Equal("review", teacher.Asked);
        Assert.Contains("Sensitive data: No", teacher.Heard, StringComparison.Ordinal);
        await teacher.SayAsync("decide");

        Assert.StartsWith("Decision: Normal", teacher.Heard, StringComparison.Ordinal);
        var decision = await house.ReadAsync(registry => registry.Decisions.SingleAsync(row => row.MeetingId == meeting, Ct));
        Assert.Equal("approved", decision.Outcome);
        Assert.Equal(4, JsonNode.Parse(decision.Request)!["contains"]!.AsObject().Count(answer => (bool?)answer.Value == false));
    }

    [Fact]
    public async Task Form_WhatStandsThereBeforehand_IsWhatIsNormalAndNothingAboutTheContent()
    {
        var (teacher, _) = await AtMeetingAsync("Beforehand");

        var chosen = Talker
            .Fields(teacher.Cards[^1])
            .Where(field => field.TryGetProperty("value", out _))
            .ToDictionary(Talker.FieldOf, field => field.GetProperty("value").GetString(), StringComparer.Ordinal);

        Assert.Equal(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["storage"] = English["storage"],
                ["publication"] = English["publication"],
                ["availability"] = English["availability"],
            },
            chosen
        );
    }

    [Fact]
    public async Task Form_OfAnotherMeeting_HasFieldsOfItsOwnName()
    {
        var (teacher, _) = await AtMeetingAsync("One form");
        var first = Talker.Fields(teacher.Cards[^1]).Select(field => field.GetProperty("id").GetString()).ToList();
        (teacher, _) = await AtMeetingAsync("Another form");

        // On a page buttons of one name are one group: what stands in the newer card would be taken from the older.
        Assert.Empty(first.Intersect(Talker.Fields(teacher.Cards[^1]).Select(field => field.GetProperty("id").GetString())));
    }

    [Fact]
    public async Task Form_InSwedish_AsksAndUnderstandsSwedish()
    {
        var (teacher, _) = await AtMeetingAsync("Svensk", "spela in");
        var card = teacher.Cards[^1];
        Assert.StartsWith("Din egen bedömning som lärare", Label(card, "necessity.achievableWithout"), StringComparison.Ordinal);

        await teacher.FillInAsync(
            card,
            "Svara",
            new Dictionary<string, string>(English, StringComparer.Ordinal)
            {
                ["necessity.achievableWithout"] = "Nej",
                ["legalBasis.kind"] = "Uppgift av allmänt intresse",
                ["audience.groups"] = "Studenter",
                ["contains"] = "Inget av de fyra",
                ["participationOptions.cameraOptional"] = "Ja",
                ["participationOptions.microphoneOptional"] = "Ja",
                ["storage"] = "På datorn hos den som spelar in",
                ["publication"] = "I kursen i Canvas",
                ["availability"] = "Så länge kursen är öppen i Canvas",
            }
        );

        Assert.Equal("review", teacher.Asked);
        Assert.Contains("Med de svaren får mötet spelas in.", teacher.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WithSomebodysDataInOneField_LosesThatFieldOnly()
    {
        var (teacher, _) = await AtMeetingAsync("Personal data");

        await teacher.FillInAsync(
            teacher.Cards[^1],
            "Answer",
            With("necessity.justification", $"Because {Personnummer} was away that week and must see it.")
        );

        Assert.StartsWith("Why it is needed: what you wrote there holds", teacher.Heard, StringComparison.Ordinal);
        Assert.Equal("necessity.justification", teacher.Asked);
        Assert.False(house.Wrote(Personnummer));
        await teacher.SayAsync(English["necessity.justification"]);
        Assert.Equal("review", teacher.Asked);
        Assert.Contains("Purpose: Students repeat", teacher.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WithTwoWrongAnswers_IsAskedAgainWithThoseTwo()
    {
        var (teacher, _) = await AtMeetingAsync("Two wrong");
        var answers = With("purpose.text", "Because.");
        answers["contains"] = "None of the four,Sensitive data";

        await teacher.FillInAsync(teacher.Cards[^1], "Answer", answers);

        Assert.Contains("at least 20 characters", teacher.Heard, StringComparison.Ordinal);
        Assert.Contains(
            "Said or shown: I did not understand that answer. The other answers are kept.",
            teacher.Heard,
            StringComparison.Ordinal
        );
        Assert.Equal(["purpose.text", "contains"], Talker.Fields(teacher.Cards[^1]).Select(Talker.FieldOf));
    }

    [Fact]
    public async Task Form_WithSomethingSensitive_SaysAtOnceThatItWouldBeRefused()
    {
        var (teacher, _) = await AtMeetingAsync("Sensitive");

        await teacher.FillInAsync(teacher.Cards[^1], "Answer", With("contains", "Sensitive data,Personal identity numbers"));

        Assert.Contains("[content.not-sensitive]", teacher.Heard, StringComparison.Ordinal);
        Assert.Contains("Sensitive data: Yes", teacher.Heard, StringComparison.Ordinal);
        Assert.Contains("Confidential matters: No", teacher.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_AnotherEnd_IsAskedForOnItsOwn()
    {
        var (teacher, _) = await AtMeetingAsync("Another end");

        await teacher.FillInAsync(teacher.Cards[^1], "Answer", With("availability", "Another end"));

        Assert.Equal("availability", teacher.Asked);
        await teacher.SayAsync("3 months");
        Assert.Contains("for 3 months after the meeting", teacher.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_OneAtATime_AsksQuestionByQuestion()
    {
        var (teacher, _) = await AtMeetingAsync("One at a time");

        await teacher.PressAsync(teacher.Cards[^1], "One at a time");

        Assert.Equal("purpose.text", teacher.Asked);
        Assert.Single(Talker.Fields(teacher.Cards[^1]));
    }

    [Fact]
    public async Task Form_Help_ExplainsEveryFieldAndLeavesTheFormStanding()
    {
        var (teacher, _) = await AtMeetingAsync("Help");

        await teacher.PressAsync(teacher.Cards[^1], "What does it mean?");

        Assert.Contains("Legal basis: Public interest: the university's task", teacher.Heard, StringComparison.Ordinal);
        Assert.Equal(English.Count, Talker.Fields(teacher.Cards[^1]).Count);
    }

    [Fact]
    public async Task Form_SentTwiceOrLateOrForged_ChangesNothingMore()
    {
        var (teacher, meeting) = await AtMeetingAsync("Twice");
        var card = teacher.Cards[^1];
        await teacher.FillInAsync(card, "Answer", English);

        await teacher.FillInAsync(card, "Answer", English);
        Assert.Equal("", teacher.Heard);
        await teacher.FillInAsync(card, "Answer", With("purpose.text", "Something else that is long enough to be a purpose."));
        Assert.StartsWith("That question is settled already", teacher.Heard, StringComparison.Ordinal);
        Assert.Contains("Purpose: Students repeat", teacher.Heard, StringComparison.Ordinal);

        var review = JsonSerializer.Deserialize<JsonElement>(card.GetRawText().Replace("purpose.text", "review", StringComparison.Ordinal));
        await teacher.FillInAsync(
            review,
            "Answer",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = "decide", ["b"] = "decide" }
        );
        Assert.Equal("review", teacher.Asked);
        Assert.False(await house.ReadAsync(registry => registry.Decisions.AnyAsync(row => row.MeetingId == meeting, Ct)));
    }

    [Fact]
    public async Task Form_WithValuesThatWereNeverOffered_TakesTheOthers()
    {
        var (teacher, _) = await AtMeetingAsync("Forged");
        var forged = With("legalBasis.kind", "because-i-say-so");
        forged["pack"] = "none";
        forged["recorder.role"] = "student";

        await teacher.FillInAsync(teacher.Cards[^1], "Answer", forged);

        Assert.Equal("legalBasis.kind", teacher.Asked);
        await teacher.SayAsync("1");
        Assert.Contains("Who records: Employee", teacher.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_OfAnotherMeeting_AsksWhatThatKindNeeds()
    {
        await house.PlanAsync("A board", null);
        var teacher = await house.TalkerAsync("teacher");
        await teacher.SayAsync("cancel");
        await teacher.SayAsync("record");
        await teacher.SayAsync(teacher.Buttons.Single(button => button.StartsWith("A board,", StringComparison.Ordinal)));
        Assert.Equal("meeting.course", teacher.Asked);
        await teacher.SayAsync("no course");

        Assert.Equal("meeting.kind", teacher.Asked);
        await teacher.PressAsync(teacher.Cards[^1], "Other meeting");

        var publication = Talker.Fields(teacher.Cards[^1]).Single(field => Talker.FieldOf(field) == "publication");
        Assert.DoesNotContain("Canvas", publication.GetProperty("choices").GetRawText(), StringComparison.Ordinal);
        Assert.False(publication.TryGetProperty("value", out _));
    }

    private static Dictionary<string, string> With(string field, string answer) =>
        new(English, StringComparer.Ordinal) { [field] = answer };

    private static string Label(JsonElement card, string id) =>
        Talker.Fields(card).Single(field => Talker.FieldOf(field) == id).GetProperty("label").GetString()!;

    private async Task<(Talker Teacher, Guid Meeting)> AtMeetingAsync(string topic, string opening = "record")
    {
        var meeting = await house.PlanAsync(topic, await house.NewCourseAsync());
        var teacher = await house.TalkerAsync("teacher");
        await teacher.SayAsync("cancel");
        await teacher.SayAsync(opening);
        await teacher.SayAsync(teacher.Buttons.Single(button => button.StartsWith(topic + ",", StringComparison.Ordinal)));
        return (teacher, meeting.Id);
    }
}
