using RecordingBot.Channels;
using RecordingBot.Decisions;
using RecordingBot.Hosting;
using RecordingBot.Packs;
using RecordingBot.Registry;
using RecordingPolicy;

namespace RecordingBot.LegalBases.Interview;

/// <summary>
/// The questions that are due, asked at once: a card with a field for each. What is normal for teaching, and where there is but one place, stands
/// there already; nothing about the meeting's content ever does.
/// </summary>
public sealed class InterviewForm(InterviewOffers offers, ActivePack active)
{
    /// <summary>The field in which the four about content are picked.</summary>
    private const string Contains = "contains";

    /// <summary>The last choice for how long it stays: another end is asked for on its own.</summary>
    private static readonly SuggestedAction AnotherEnd = new("AnotherEnd");

    /// <summary>The fields of the questions; fewer than two are no form, and none are given.</summary>
    public async Task<IReadOnlyList<AskedField>> FieldsAsync(
        IReadOnlyList<Question> questions,
        PersonRow person,
        MeetingPreview? preview,
        CancellationToken ct
    )
    {
        // What the meeting is decides which questions there are.
        if (questions[0].Kind is AnswerKind.Meeting or AnswerKind.Course || questions[0].Path == Questions.Kind)
            return [];
        List<AskedField> fields = [];
        foreach (var question in questions.Where(question => !question.IsContent))
            if (await FieldAsync(question, person, preview, ct) is { } field)
                fields.Add(field);
        if (questions.Any(question => question.IsContent))
            fields.Insert(
                fields.FindIndex(field => IsAfterContent(field.Id)) is >= 0 and var place ? place : fields.Count,
                Content(questions)
            );
        return fields.Count > 1 ? fields : [];
    }

    /// <summary>What was filled in, for each question that it answers.</summary>
    public async Task<IReadOnlyList<Answered>> ReadAsync(ChatTurn turn, MeetingPreview? preview, CancellationToken ct)
    {
        var course = InterviewView.CourseOf(preview);
        List<Answered> answers = [];
        foreach (var question in turn.State.Form.Select(Questions.Of))
        {
            if (!turn.Form.TryGetValue(question.IsContent ? Contains : question.Path, out var text) || IsAnotherEnd(text))
                continue;
            var reading =
                text == Personal.Placeholder ? new AnswerReading.NotKept()
                : question.IsContent ? ReadContent(question, text)
                : AnswerReader.Read(question, await offers.OfAsync(question, turn.Person, course, ct), text, course);
            answers.Add(new(question, reading));
        }
        return answers;
    }

    private async Task<AskedField?> FieldAsync(Question question, PersonRow person, MeetingPreview? preview, CancellationToken ct)
    {
        var offered = await offers.OfAsync(question, person, InterviewView.CourseOf(preview), ct);
        List<SuggestedAction> choices = [.. offered.Select(offer => offer.Action())];
        if (choices.Count == 0 && question.Kind is not AnswerKind.Text)
            return null;
        if (question.Kind is AnswerKind.Availability)
            choices.Add(AnotherEnd);
        var isEducation = InterviewView.IsEducation(preview);
        return new(
            question.Path,
            BothLanguages.Chat.Find($"Form_{question.Key}") ?? InterviewWording.Prompt(question, isEducation, active.Pack),
            InterviewWording.InputOf(question.Kind) is AnswerInput.Day ? AnswerInput.Buttons : InterviewWording.InputOf(question.Kind),
            choices,
            Normal(question, offered, isEducation)?.Action()
        );
    }

    /// <summary>What the university's rules call normal, or the only place there is.</summary>
    private Offer? Normal(Question question, IReadOnlyList<Offer> offered, bool isEducation) =>
        question.Kind switch
        {
            AnswerKind.Storage when offered.Count == 1 => offered[0],
            AnswerKind.Publication when isEducation && active.Pack.Has("publication.canvas-normal") => offered.FirstOrDefault(offer =>
                offer.Value == "canvas-course"
            ),
            AnswerKind.Availability when isEducation && active.Pack.Has("availability.course-normal") => offered.FirstOrDefault(offer =>
                offer.Value == "course-lifetime"
            ),
            _ => null,
        };

    private static AskedField Content(IEnumerable<Question> questions) =>
        new(
            Contains,
            BothLanguages.Chat["Form_contains"],
            AnswerInput.Several,
            [
                .. questions
                    .Where(question => question.IsContent)
                    .Select(question => new SuggestedAction(BothLanguages.Chat[$"Form_{question.Key}"], Name(question))),
                new("NoneOfTheFour"),
            ]
        );

    /// <summary>Picked is yes, and not picked no: but something has to be picked, if only "none of the four", and not that beside another.</summary>
    private static AnswerReading ReadContent(Question question, string text)
    {
        var picked = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (picked.Any(one => !one.Is(Words.None) && !Questions.All.Any(known => known.IsContent && Names(known, one))))
            return new AnswerReading.NotUnderstood();
        var none = picked.Any(one => one.Is(Words.None));
        return none && picked.Length > 1
            ? new AnswerReading.NotUnderstood()
            : new AnswerReading.Facts((question.Path, picked.Any(one => Names(question, one))));
    }

    private static LocalizedText Name(Question question) => BothLanguages.Chat[$"Label_{question.Key}"];

    private static bool Names(Question question, string said) =>
        Words.Of(Name(question).Sv) == Words.Of(said) || Words.Of(Name(question).En) == Words.Of(said);

    private static bool IsAnotherEnd(string text) => text == AnotherEnd.Says.Sv || text == AnotherEnd.Says.En;

    private static bool IsAfterContent(string path) =>
        Questions.All.IndexOf(Questions.Of(path)) > Questions.All.IndexOf(Questions.All.Last(question => question.IsContent));
}
