using System.Text.Json;
using RecordingBot.Tests.LegalBases;

namespace RecordingBot.Tests.Channels;

/// <summary>Questions as cards: pressed, filled in, pressed twice, pressed late.</summary>
public sealed class CardTests(BotHouse house) : IClassFixture<BotHouse>
{
    [Fact]
    public async Task Cards_OfTheWholeInterview_LeadToTheDecision()
    {
        var teacher = await AtMeetingAsync("Card lecture 1");
        string[] pressed = [];
        for (var left = 30; left > 0 && teacher.Asked is { } question && question != "review"; left--)
        {
            var card = teacher.Cards[^1];
            await (
                question switch
                {
                    "purpose.text" or "necessity.justification" => teacher.PressAsync(
                        card,
                        "Answer",
                        "The derivations are long and are not in the book."
                    ),
                    "legalBasis.kind" => teacher.PressAsync(card, "Answer", "Task in the public interest"),
                    "audience.groups" => teacher.PressAsync(card, "Answer", "Students,Employees"),
                    "contains.sensitive" => teacher.PressAsync(card, "None of the four"),
                    "necessity.achievableWithout" => teacher.PressAsync(card, "No"),
                    "storage" => teacher.PressAsync(card, "On the computer of the person who records"),
                    "publication" => teacher.PressAsync(card, "In the Canvas course"),
                    "availability" => teacher.PressAsync(card, "As long as the course is open in Canvas"),
                    _ => teacher.PressAsync(card, "Yes"),
                }
            );
            pressed = [.. pressed, question];
        }

        Assert.Equal("review", teacher.Asked);
        Assert.Contains("availability", pressed);
        await teacher.PressAsync(teacher.Cards[^1], "Decide");
        Assert.StartsWith("Decision: Card lecture 1 may be recorded", teacher.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Card_OfAQuestion_SaysTheQuestionOffersItsAnswersAndNamesIt()
    {
        var teacher = await AtMeetingAsync("Card lecture 2");
        await teacher.PressAsync(teacher.Cards[^1], "One at a time");

        var card = teacher.Cards[^1];

        Assert.Equal(("1.5", "en"), (card.GetProperty("version").GetString(), card.GetProperty("lang").GetString()));
        var input = card.GetProperty("body")[0];
        Assert.Equal("Input.Text", input.GetProperty("type").GetString());
        Assert.StartsWith("What is the recording for?", input.GetProperty("label").GetString(), StringComparison.Ordinal);
        Assert.Equal(["Answer", "What does it mean?", "Back"], Titles(card));
    }

    [Fact]
    public async Task Card_PressedTwice_SaysNothingNew()
    {
        var teacher = await AtMeetingAsync("Card lecture 3");
        await teacher.SayAsync("The students repeat the derivations before the laboratory session.");
        var card = teacher.Cards[^1];
        await teacher.PressAsync(card, "No");
        Assert.Equal("necessity.justification", teacher.Asked);

        Assert.Equal("", await teacher.PressAsync(card, "No"));

        await teacher.SayAsync("status");
        Assert.Equal("necessity.justification", teacher.Asked);
    }

    [Fact]
    public async Task Card_OfASettledQuestion_ChangesNothingAndAsksWhatIsOpen()
    {
        var teacher = await AtMeetingAsync("Card lecture 4");
        await teacher.SayAsync("The students repeat the derivations before the laboratory session.");
        var card = teacher.Cards[^1];
        await teacher.PressAsync(card, "No");
        await teacher.SayAsync("The derivations are long and are not in the book.");

        var said = await teacher.PressAsync(card, "Yes");

        Assert.StartsWith("That question is settled already", said, StringComparison.Ordinal);
        Assert.Equal("legalBasis.kind", teacher.Asked);
    }

    [Fact]
    public async Task Card_SentAgainWithAnotherAnswer_MendsOneThatWasNotTaken()
    {
        var teacher = await AtMeetingAsync("Card lecture 5");
        var card = teacher.Cards[^1];
        await teacher.PressAsync(card, "Answer", "Because.");
        Assert.Equal("purpose.text", teacher.Asked);

        await teacher.PressAsync(card, "Answer", "The students repeat the derivations before the laboratory session.");

        Assert.Equal("necessity.achievableWithout", teacher.Asked);
    }

    [Fact]
    public async Task Review_AnAnswerPickedFromTheList_IsAskedAgain()
    {
        var teacher = await AtMeetingAsync("Card lecture 6");
        await teacher.AnswerAsync(InterviewTests.English);
        Assert.Equal("review", teacher.Asked);

        await teacher.PressAsync(teacher.Cards[^1], "Change", "Legal basis");

        Assert.Equal("legalBasis.kind", teacher.Asked);
    }

    [Fact]
    public async Task Talk_LeftForAWeek_GoesOn()
    {
        var teacher = await AtMeetingAsync("Card lecture 7", days: 20);
        try
        {
            house.Clock.SetOffset(TimeSpan.FromDays(7));

            await teacher.SayAsync("The students repeat the derivations before the laboratory session.");

            Assert.Equal("necessity.achievableWithout", teacher.Asked);
        }
        finally
        {
            house.Clock.SetOffset(TimeSpan.Zero);
        }
    }

    private static IEnumerable<string?> Titles(JsonElement card) =>
        card.GetProperty("body")
            .EnumerateArray()
            .Where(element => element.GetProperty("type").GetString() == "ActionSet")
            .SelectMany(row => row.GetProperty("actions").EnumerateArray())
            .Select(button => button.GetProperty("title").GetString());

    private async Task<Talker> AtMeetingAsync(string topic, int days = 1)
    {
        await house.PlanAsync(topic, await house.NewCourseAsync(), days: days);
        var teacher = await house.TalkerAsync("teacher");
        await teacher.SayAsync("cancel");
        await teacher.SayAsync("record");
        await teacher.SayAsync(teacher.Buttons.Single(button => button.StartsWith(topic + ",", StringComparison.Ordinal)));
        return teacher;
    }
}
