using System.Text.Json;
using RecordingBot.Admin;
using RecordingBot.Channels;
using RecordingBot.Decisions;
using RecordingBot.Hosting;
using RecordingBot.Meetings;
using RecordingBot.Packs;
using RecordingPolicy;
using RecordingPolicy.Decisions;
using RecordingPolicy.Notices;
using RecordingPolicy.Packs;

namespace RecordingBot.LegalBases.Interview;

/// <summary>The words of the interview: its questions, the answers shown whole, and the decision with its rules.</summary>
public sealed class InterviewWording(ActivePack active)
{
    private static BothLanguages Texts => BothLanguages.Chat;

    /// <summary>A question with its answers, numbered, and a button for each.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="offers">The answers it offers.</param>
    /// <param name="isEducation">Teaching and examination have words of their own for necessity.</param>
    /// <param name="form">The fields with which a card asks this and the questions after it at once; empty where it asks this alone.</param>
    public ChatText Ask(Question question, IReadOnlyList<Offer> offers, bool isEducation, IReadOnlyList<AskedField> form)
    {
        var prompt = Prompt(question, isEducation, active.Pack);
        var whole = question.Kind is AnswerKind.Text or AnswerKind.YesOrNo
            ? prompt
            : Below(prompt, TextLists.Numbered(offers.Select(offer => offer.Title)));
        return new("Plain", [whole], [.. offers.Select(offer => offer.Action())])
        {
            Asks =
                form.Count > 0
                    ? new(question.Path)
                    {
                        Prompt = Texts["Form"],
                        Fields = form,
                        Ways = [new("Card_Help", "help"), new("OneByOne"), new("Back")],
                    }
                    : new(question.Path)
                    {
                        Prompt = prompt,
                        Input = InputOf(question.Kind),
                        InputLabel = question.Kind is AnswerKind.Availability ? Texts["Card_LastDay"] : null,
                        Ways = [new("Card_Help", "help"), new("Back")],
                    },
        };
    }

    /// <summary>The question in words. Necessity in teaching is asked for as the teacher's own judgement, in the university's words (<c>necessity.teaching</c>).</summary>
    public static LocalizedText Prompt(Question question, bool isEducation, PolicyPack pack)
    {
        var inItsWords = isEducation && question.Path == "necessity.achievableWithout" && pack.Has("necessity.teaching");
        return Texts[$"Ask_{question.Key}{(inItsWords ? "_teaching" : "")}"];
    }

    /// <summary>A question's name.</summary>
    public static LocalizedText Label(Question question) => Texts[$"Label_{question.Key}"];

    /// <summary>How a kind of question is answered on a card.</summary>
    public static AnswerInput InputOf(AnswerKind kind) =>
        kind switch
        {
            AnswerKind.Text => AnswerInput.Words,
            AnswerKind.Groups => AnswerInput.Several,
            AnswerKind.Availability => AnswerInput.Day,
            _ => AnswerInput.Buttons,
        };

    /// <summary>More about a question, in plain words.</summary>
    public static ChatText Help(Question question) => ChatText.Of($"Help_{question.Key}");

    /// <summary>More about all the questions of a form.</summary>
    public static ChatText Help(IEnumerable<Question> questions) =>
        ChatText.Of("Plain", TextLists.Bulleted(questions.Select(question => Line((question, Texts[$"Help_{question.Key}"])))));

    /// <summary>All answers, numbered, and what they come to so far.</summary>
    public static ChatText Review(IReadOnlyList<(Question Question, LocalizedText Words)> answers, MeetingPreview preview)
    {
        var lines = TextLists.Numbered(answers.Select(Line));
        var outcome = preview.Decision is { } decision ? Texts[$"Preview_{WireName.Of(decision.Outcome)}"] : LocalizedText.Same("");
        var open = preview.Decision is null ? TextLists.Bulleted(preview.Errors.Select(error => error.Message)) : Grave(preview.Decision);
        return new("Review", [lines, Below(outcome, open)], [new("Decide"), new("Back"), new("Cancel")])
        {
            Asks = new(InterviewTalk.Review)
            {
                Input = AnswerInput.List,
                InputLabel = Texts["Card_WhichToChange"],
                Choices = [.. answers.Select(answer => Changing(answer.Question))],
            },
        };
    }

    /// <summary>The course's earlier answers, and the one judgement that is made anew each time.</summary>
    public static ChatText LastTime(IReadOnlyList<(Question Question, LocalizedText Words)> answers, DecisionRow earlier, string topic)
    {
        var lines = TextLists.Bulleted(answers.Select(Line));
        var judgement = (string)Interview.LastTime.Judgement(earlier)!["justification"]!;
        return new(
            "LastTime",
            [earlier.DecidedAt, lines, judgement, topic],
            [new(Texts["LastTimeYes"], Texts["Yes"]), new(Texts["LastTimeNo"], Texts["No"])]
        )
        {
            Asks = new(InterviewTalk.SameAgain) { Ways = [new("Card_Help", "help"), new("Back")] },
        };
    }

    /// <summary>The answers of a meeting's series, and the two things that are confirmed of each meeting.</summary>
    public static ChatText Confirm(
        IReadOnlyList<(Question Question, LocalizedText Words)> answers,
        DecisionRow earlier,
        MeetingRow meeting,
        string asks
    )
    {
        var lines = TextLists.Bulleted(answers.Select(Line));
        var judgement = (string)Interview.LastTime.Judgement(earlier)!["justification"]!;
        return new(
            "ConfirmWhole",
            [meeting.Topic, meeting.StartsAt, lines, judgement],
            [new(Texts["ConfirmYes"], Texts["Yes"]), new(Texts["LastTimeNo"], Texts["No"]), new("Cancel")]
        )
        {
            Asks = new(asks),
        };
    }

    /// <summary>An answer that can be changed, by its name.</summary>
    public static Offer Changing(Question question) => new(question.Path, Label(question));

    private static LocalizedText Line((Question Question, LocalizedText Words) answer) =>
        Texts.Say("ReviewLine", Label(answer.Question), answer.Words);

    /// <summary>The decision: the outcome, and each rule that had a say, by its id.</summary>
    public static ChatText Decided(Decision decision, string topic) =>
        ChatText.Of(
            $"Decided_{WireName.Of(decision.Outcome)}",
            topic,
            TextLists.Bulleted(decision.Findings.OrderBy(finding => finding.Effect).Select(Cited))
        );

    /// <summary>A finding with its rule.</summary>
    public static LocalizedText Cited(Finding finding) => Texts.Say("Finding", LocalizedText.Same(finding.Rule), finding.Message);

    /// <summary>An answer's words.</summary>
    public static LocalizedText Answer(Question question, JsonElement value) =>
        (question.Kind, value.ValueKind) switch
        {
            (AnswerKind.YesOrNo, _) => Texts[value.ValueKind is JsonValueKind.True ? "Yes" : "No"],
            (AnswerKind.Groups, JsonValueKind.Array) => LocalizedText.List([
                .. value.EnumerateArray().Select(group => InterviewOffers.Words(question, group.GetString()!)),
            ]),
            (AnswerKind.Storage, JsonValueKind.Object) => Named(question, value, "place", "name"),
            (AnswerKind.Publication, JsonValueKind.Object) => Named(
                question,
                value,
                "kind",
                Text(value, "kind") == "approved-system" ? "target" : ""
            ),
            (AnswerKind.Availability, JsonValueKind.Object) => Availability(question, value),
            (AnswerKind.Category, _) => InterviewOffers.Category(value.GetString() ?? ""),
            (AnswerKind.Text, _) => LocalizedText.Same(value.GetString() ?? ""),
            _ => InterviewOffers.Words(question, value.GetString() ?? ""),
        };

    private static LocalizedText Availability(Question question, JsonElement value) =>
        Text(value, "kind") switch
        {
            "until" when ApiQuery.ReadDay(Text(value, "until")) is { } day => Texts.Say("AvailableUntil", Moments.SayDay(day)),
            "for" when CalendarPeriod.TryParse(Text(value, "duration")) is { } period => Texts.Say("AvailableFor", PeriodWords.Of(period)),
            var kind => InterviewOffers.Words(question, kind),
        };

    private static LocalizedText Named(Question question, JsonElement value, string kind, string name)
    {
        var words = Text(value, kind) is { Length: > 0 } known ? InterviewOffers.Words(question, known) : LocalizedText.Same("–");
        return Text(value, name) is { Length: > 0 } named ? new($"{words.Sv}: {named}", $"{words.En}: {named}") : words;
    }

    private static string Text(JsonElement value, string name) => value.TryGetProperty(name, out var text) ? text.GetString() ?? "" : "";

    /// <summary>What keeps it from being approved.</summary>
    private static LocalizedText Grave(Decision decision) =>
        TextLists.Bulleted(decision.Findings.Where(finding => finding.Effect is Effect.Refuse or Effect.Ask or Effect.Refer).Select(Cited));

    private static LocalizedText Below(LocalizedText first, LocalizedText second) =>
        second.En.Length == 0 ? first : new($"{first.Sv}\n{second.Sv}", $"{first.En}\n{second.En}");
}
