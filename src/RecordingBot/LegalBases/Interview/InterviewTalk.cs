using System.Text.Json;
using System.Text.Json.Nodes;
using RecordingBot.Channels;
using RecordingBot.Decisions;
using RecordingBot.Meetings;
using RecordingBot.Registry;
using RecordingPolicy.Decisions;

namespace RecordingBot.LegalBases.Interview;

/// <summary>
/// The interview: from "record" to a decision. It holds no rules. After every answer the desk previews the decision; what its findings ask for is
/// asked next, and when nothing is asked any more the answers are shown whole, and the person decides.
/// </summary>
public sealed class InterviewTalk(
    DecisionDesk desk,
    InterviewView view,
    InterviewOffers offers,
    InterviewWording wording,
    LastTime lastTime
) : ITalk
{
    /// <summary>The course's earlier answers are shown, and wait for the judgement of necessity.</summary>
    public const string SameAgain = "as-last-time";

    /// <summary>The answers are shown and wait for the decision.</summary>
    public const string Review = "review";

    /// <summary>Its name, by which a talk in between knows what it interrupts.</summary>
    public const string Interview = "interview";
    private static readonly string[] Record = [.. Words.RecordSwedish, .. Words.RecordEnglish];

    /// <inheritdoc />
    public string Name => Interview;

    /// <inheritdoc />
    public bool Opens(ChatTurn turn) => turn.State.AwaitsFreeText ? turn.Text.Is(Record) : turn.Text.BeginsWith(Record);

    /// <inheritdoc />
    public async Task BeginAsync(ChatTurn turn, CancellationToken ct)
    {
        if (!turn.Person.Has(Role.Teacher))
        {
            turn.Say("OnlyTeachersRecord");
            return;
        }
        if (turn.State.Talk == Name)
        {
            turn.Say("Resumed");
            await RepeatAsync(turn, ct);
            return;
        }
        Start(turn);
        await NextAsync(turn, ct);
    }

    /// <summary>Begins for a meeting that is known: one whose recording waits for an explanation.</summary>
    public async Task BeginForAsync(ChatTurn turn, Guid meetingId, CancellationToken ct)
    {
        Start(turn);
        turn.State.MeetingId = meetingId;
        await NextAsync(turn, ct);
    }

    /// <inheritdoc />
    public async Task AnswerAsync(ChatTurn turn, CancellationToken ct)
    {
        if (turn.Text.Is(Words.Help))
            turn.Say(
                turn.State.Question switch
                {
                    Review => ChatText.Of("Help_review"),
                    SameAgain => ChatText.Of("Help_necessity_justification"),
                    _ => InterviewWording.Help(Current(turn)),
                }
            );
        else if (turn.Text.Is(Words.Status))
        {
            if (turn.State is { Question: not Review, MeetingId: not null })
                turn.Say(await view.ReviewAsync(turn, ct));
        }
        else
        {
            await (
                turn.Text.Is(Words.Back) ? BackAsync(turn, ct)
                : turn.State.Question == Review ? ChangeOrDecideAsync(turn, ct)
                : turn.State.Question == SameAgain ? JudgeAgainAsync(turn, ct)
                : TakeAsync(turn, ct)
            );
            return;
        }
        await RepeatAsync(turn, ct);
    }

    /// <inheritdoc />
    public async Task RepeatAsync(ChatTurn turn, CancellationToken ct)
    {
        if (turn.State.Question == Review)
            turn.Say(await view.ReviewAsync(turn, ct));
        else if (turn.State.Question == SameAgain)
            await PutLastTimeAsync(turn, await lastTime.GetAsync(turn.State.AsLastTime!.Value, ct), ct);
        else
            await PutAsync(turn, Current(turn), ct);
    }

    private static Question Current(ChatTurn turn) => Questions.Of(turn.State.Question!);

    private static void Start(ChatTurn turn)
    {
        turn.State.End();
        // A teacher is an employee; the answer is shown with the others and can be changed.
        turn.State.Answers = new() { ["recorder"] = new JsonObject { ["role"] = "employee" } };
    }

    /// <summary>Asks what is due first; with nothing left, shows the answers.</summary>
    private async Task NextAsync(ChatTurn turn, CancellationToken ct)
    {
        var preview = await view.PreviewAsync(turn, turn.State.Answers, ct);
        if (Questions.All.FirstOrDefault(question => IsDue(question, turn.State, preview)) is { } next)
        {
            await PutAsync(turn, next, ct);
            return;
        }
        // As last time, confirmed and nothing new: the answers were shown whole before, so this was the last that was needed.
        if (turn.State.AsLastTime is not null && preview?.Decision?.Outcome is Outcome.Approved)
        {
            await DecideAsync(turn, ct);
            return;
        }
        turn.State.Ask(Name, Review, []);
        turn.Say(await view.ReviewAsync(turn, ct));
    }

    /// <summary>The meeting is known: its course may have earlier answers.</summary>
    private async Task NextOrSameAgainAsync(ChatTurn turn, CancellationToken ct)
    {
        if (await view.MeetingAsync(turn, ct) is not { } meeting || await lastTime.FindAsync(meeting, ct) is not { } earlier)
        {
            await NextAsync(turn, ct);
            return;
        }
        turn.State.AsLastTime = earlier.Id;
        turn.State.Answers = LastTime.Answers(earlier, turn.State.Answers);
        // What was left open then is left open now.
        foreach (var question in Questions.All.Where(question => question.Always && !IsAnswered(turn.State.Answers, question.Path)))
            turn.State.Settled.Add(question.Path);
        await PutLastTimeAsync(turn, earlier, ct);
    }

    private async Task PutLastTimeAsync(ChatTurn turn, DecisionRow earlier, CancellationToken ct)
    {
        turn.State.Ask(Name, SameAgain, []);
        turn.Say(await view.LastTimeAsync(turn, earlier, ct));
    }

    /// <summary>The judgement of necessity, in the name of whoever answers now. A no leads to the questions, with the other answers kept.</summary>
    private async Task JudgeAgainAsync(ChatTurn turn, CancellationToken ct)
    {
        if (AnswerReader.YesOrNo(turn.Text) is not { } holds)
        {
            turn.Say("AnswerNotUnderstood");
            await RepeatAsync(turn, ct);
            return;
        }
        if (holds && LastTime.Judgement(await lastTime.GetAsync(turn.State.AsLastTime!.Value, ct)) is { } judgement)
            turn.State.Answers = AnswerSheet.With(turn.State.Answers, "necessity", judgement);
        else
            turn.State.AsLastTime = null;
        await NextAsync(turn, ct);
    }

    private static bool IsDue(Question question, TalkState state, MeetingPreview? preview)
    {
        if (preview is null)
            return question.Kind is AnswerKind.Meeting;
        if (preview.Asked.Contains(question.Path, StringComparer.Ordinal))
            return true;
        var course = AnswerSheet.At(preview.Request, Questions.Course);
        var open =
            !state.Settled.Contains(question.Path)
            && AnswerSheet.At(JsonSerializer.SerializeToElement(state.Answers), question.Path) is null;
        // A course implies teaching; without one, only the person knows what the meeting is.
        return open && (question.Always || (course is null && question.Path is (Questions.Course or Questions.Kind)));
    }

    private async Task PutAsync(ChatTurn turn, Question question, CancellationToken ct)
    {
        var preview = await view.PreviewAsync(turn, turn.State.Answers, ct);
        var offered = await offers.OfAsync(question, turn.Person, InterviewView.CourseOf(preview), ct);
        if (question.Kind is AnswerKind.Meeting && offered.Count == 0)
        {
            turn.State.End();
            turn.Say("NoMeetings");
            return;
        }
        turn.State.Ask(Name, question.Path, offered, question.Kind is AnswerKind.Text);
        if (turn.State.Trail.LastOrDefault() != question.Path)
            turn.State.Trail.Add(question.Path);
        turn.Say(wording.Ask(question, offered, InterviewView.IsEducation(preview)));
    }

    /// <summary>Takes an answer, if the request can be read with it and no rule asks the same again.</summary>
    private async Task TakeAsync(ChatTurn turn, CancellationToken ct)
    {
        var (state, question) = (turn.State, Current(turn));
        var before = await view.PreviewAsync(turn, state.Answers, ct);
        switch (AnswerReader.Read(question, state.Offers, turn.Text, InterviewView.CourseOf(before)))
        {
            case AnswerReading.Facts facts when question.Kind is AnswerKind.Meeting:
                state.MeetingId = Guid.Parse((string)facts.Values[0].Value!);
                await NextOrSameAgainAsync(turn, ct);
                break;
            case AnswerReading.Facts facts:
                await TryAsync(turn, question, before, facts, ct);
                break;
            case AnswerReading.Left:
                state.Answers = AnswerSheet.With(state.Answers, question.Path, null);
                if (!state.Settled.Contains(question.Path))
                    state.Settled.Add(question.Path);
                await NextAsync(turn, ct);
                break;
            default:
                turn.Say("AnswerNotUnderstood");
                await RepeatAsync(turn, ct);
                break;
        }
    }

    private async Task TryAsync(ChatTurn turn, Question question, MeetingPreview? before, AnswerReading.Facts facts, CancellationToken ct)
    {
        var tried = turn.State.Answers;
        // "None" answers what is still open; it takes back no yes.
        foreach (var (path, value) in facts.Values)
            if (path.StartsWith(question.Path, StringComparison.Ordinal) || !IsAnswered(tried, path))
                tried = AnswerSheet.With(tried, path, value);

        var preview = (await view.PreviewAsync(turn, tried, ct))!;
        var wrong = preview
            .Errors.Select(error => error.Message)
            .Concat(
                preview
                    .Findings(Effect.Ask)
                    .Where(finding => finding.Fields.Contains(question.Path, StringComparer.Ordinal))
                    .Select(finding => finding.Message)
            )
            .ToList();
        if (wrong.Count > 0)
        {
            foreach (var message in wrong)
                turn.Say("Plain", message);
            await RepeatAsync(turn, ct);
            return;
        }
        turn.State.Answers = tried;
        turn.State.Settled.Remove(question.Path);
        if (!facts.Values.All(IsNo))
            turn.State.AsLastTime = null;
        foreach (
            var refusal in preview
                .Findings(Effect.Refuse)
                .Where(finding => before?.Findings(Effect.Refuse).Any(known => known.Rule == finding.Rule) != true)
        )
            turn.Say("WouldBeRefused", InterviewWording.Cited(refusal));
        await NextAsync(turn, ct);
    }

    /// <summary>As last time only the content is asked about, and only a no leaves it at that.</summary>
    private static bool IsNo((string Path, JsonNode? Value) fact) =>
        fact.Path.StartsWith(Questions.Contains, StringComparison.Ordinal) && fact.Value?.GetValueKind() is JsonValueKind.False;

    private static bool IsAnswered(JsonObject answers, string path) =>
        AnswerSheet.At(JsonSerializer.SerializeToElement(answers), path) is not null;

    private async Task BackAsync(ChatTurn turn, CancellationToken ct)
    {
        var trail = turn.State.Trail;
        if (turn.State.Question != Review && trail.Count > 1)
            trail.RemoveAt(trail.Count - 1);
        await PutAsync(turn, Questions.Of(trail[^1]), ct);
    }

    private async Task ChangeOrDecideAsync(ChatTurn turn, CancellationToken ct)
    {
        if (turn.Text.Is(Words.Decide))
        {
            await DecideAsync(turn, ct);
            return;
        }
        var preview = (await view.PreviewAsync(turn, turn.State.Answers, ct))!;
        var answers = await view.AnswersAsync(turn, preview, ct);
        if (Offer.Meant([.. answers.Select(answer => InterviewWording.Changing(answer.Question))], turn.Text) is { } changed)
        {
            await PutAsync(turn, Questions.Of(changed.Value), ct);
            return;
        }
        turn.Say("ReviewNotUnderstood");
        await RepeatAsync(turn, ct);
    }

    private async Task DecideAsync(ChatTurn turn, CancellationToken ct)
    {
        var meeting = await view.MeetingAsync(turn, ct);
        var made = await desk.DecideForMeetingAsync(turn.State.MeetingId!.Value, turn.State.Answers, turn.Person, "chat", ct);
        if (made.Refusal is not MeetingRefusal.None || meeting is null)
        {
            turn.Say(made.MeetingNotFound ? "MeetingGone" : "Error_OnlyHostDecides");
            turn.State.End();
            return;
        }
        if (made.Decision is not { } decision)
        {
            foreach (var error in made.Errors)
                turn.Say("Plain", error.Message);
            await RepeatAsync(turn, ct);
            return;
        }
        turn.Say(InterviewWording.Decided(decision, meeting.Topic));
        if (decision.Outcome is Outcome.Approved or Outcome.Referred)
            turn.State.End();
        turn.Say(After(decision.Outcome, meeting));
    }

    /// <summary>What happens next, or how another answer can be given.</summary>
    private static ChatText After(Outcome outcome, MeetingRow meeting) =>
        outcome switch
        {
            Outcome.Approved when meeting.EndedAt is not null => ChatText.Of("NextExplained"),
            Outcome.Approved => ChatText.Of("NextRight", meeting.StartsAt),
            Outcome.Referred => ChatText.Of("NextReferred"),
            _ => new("NextChange", [], [new("ShowAnswers", "status"), new("Cancel")]) { Asks = new(Review) },
        };
}
