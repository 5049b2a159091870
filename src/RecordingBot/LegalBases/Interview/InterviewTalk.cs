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
    InterviewView view,
    InterviewOffers offers,
    InterviewForm form,
    AnswerTaker taker,
    InterviewWording wording,
    LastTime lastTime,
    InterviewEnd end
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
        if (!turn.Person.Has(Role.Teacher) && !turn.Person.Links.Exists(link => link.Kind == LinkKind.Zoom))
        {
            turn.Say("OnlyHostsRecord");
            return;
        }
        if (turn.State.Talk == Name)
        {
            turn.Say("Resumed");
            await RepeatAsync(turn, ct);
            return;
        }
        InterviewStart.Anew(turn);
        await NextAsync(turn, ct);
    }

    /// <summary>Begins for a meeting that is known: one whose recording waits for an explanation.</summary>
    public async Task BeginForAsync(ChatTurn turn, Guid meetingId, CancellationToken ct)
    {
        InterviewStart.Anew(turn);
        turn.State.MeetingId = meetingId;
        await NextAsync(turn, ct);
    }

    /// <summary>Takes up a decision again: its answers are shown whole, each can be changed, and then it is decided anew.</summary>
    public async Task ReopenAsync(ChatTurn turn, MeetingRow meeting, DecisionRow decision, CancellationToken ct)
    {
        InterviewStart.Reopened(turn.State, meeting, decision);
        turn.Say(await view.ReviewAsync(turn, ct));
    }

    /// <summary>Goes on with what is due, with the answers that are there.</summary>
    public Task GoOnAsync(ChatTurn turn, CancellationToken ct) => NextAsync(turn, ct);

    /// <inheritdoc />
    public async Task AnswerAsync(ChatTurn turn, CancellationToken ct)
    {
        if (turn.Text.Is(Words.Help))
            turn.Say(
                turn.State.Question switch
                {
                    Review => ChatText.Of("Help_review"),
                    SameAgain => ChatText.Of("Help_necessity_justification"),
                    _ when turn.State.Form.Count > 0 => InterviewWording.Help(Asked(turn)),
                    _ => InterviewWording.Help(Current(turn)),
                }
            );
        else if (turn.Text.Is(Words.Change) && turn.State.MeetingId is not null)
        {
            turn.State.Ask(Name, Review, []);
        }
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
            await PutAsync(turn, Asked(turn), ct);
    }

    private static Question Current(ChatTurn turn) => Questions.Of(turn.State.Question!);

    /// <summary>The question that is asked, or those of its form.</summary>
    private static List<Question> Asked(ChatTurn turn) =>
        turn.State.Form.Count > 0 ? [.. turn.State.Form.Select(Questions.Of)] : [Current(turn)];

    /// <summary>Asks what is due first; with nothing left, shows the answers.</summary>
    private async Task NextAsync(ChatTurn turn, CancellationToken ct)
    {
        var preview = await view.PreviewAsync(turn, turn.State.Answers, ct);
        if (Questions.All.Where(question => IsDue(question, turn.State, preview)).ToList() is { Count: > 0 } due)
        {
            await PutAsync(turn, due, ct);
            return;
        }
        // As last time, confirmed and nothing new: the answers were shown whole before, so this was the last that was needed.
        if (turn.State.AsLastTime is not null && preview?.Decision?.Outcome is Outcome.Approved)
        {
            await end.DecideAsync(turn, ct);
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
        InterviewStart.With(turn, meeting.Id, earlier);
        turn.State.AsLastTime = earlier.Id;
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
        var open = !state.Settled.Contains(question.Path) && !AnswerTaker.IsAnswered(state.Answers, question.Path);
        // A course implies teaching; without one, only the person knows what the meeting is.
        return open && (question.Always || (course is null && question.Path is (Questions.Course or Questions.Kind)));
    }

    /// <summary>Puts the first of the questions; a card asks for them all at once.</summary>
    private async Task PutAsync(ChatTurn turn, List<Question> questions, CancellationToken ct)
    {
        var question = questions[0];
        var preview = await view.PreviewAsync(turn, turn.State.Answers, ct);
        var offered = await offers.OfAsync(question, turn.Person, InterviewView.CourseOf(preview), ct);
        if (question.Kind is AnswerKind.Meeting && offered.Count == 0)
        {
            turn.State.End();
            turn.Say("NoMeetings");
            return;
        }
        var atOnce = !turn.State.OneByOne && turn.State.AsLastTime is null;
        var fields = atOnce ? await form.FieldsAsync(questions, turn.Person, preview, ct) : [];
        turn.State.Ask(Name, question.Path, offered, question.Kind is AnswerKind.Text);
        if (fields.Count > 0)
            turn.State.Form = [.. questions.Select(one => one.Path)];
        if (turn.State.Trail.LastOrDefault() != question.Path)
            turn.State.Trail.Add(question.Path);
        turn.Say(wording.Ask(question, offered, InterviewView.IsEducation(preview), fields));
    }

    /// <summary>Takes the answer, or those of a form, and goes on to what is due then.</summary>
    private async Task TakeAsync(ChatTurn turn, CancellationToken ct)
    {
        var state = turn.State;
        var preview = await view.PreviewAsync(turn, state.Answers, ct);
        if (turn.Form.Count > 0)
        {
            await taker.TakeAsync(turn, await form.ReadAsync(turn, preview, ct), ct);
            await NextAsync(turn, ct);
            return;
        }
        // Who writes instead of filling in the form would rather go step by step.
        state.OneByOne |= state.Form.Count > 0;
        if (turn.Text.Is(Words.OneByOne))
        {
            await NextAsync(turn, ct);
            return;
        }
        var question = Current(turn);
        var reading = AnswerReader.Read(question, state.Offers, turn.Text, InterviewView.CourseOf(preview));
        if (question.Kind is AnswerKind.Meeting && reading is AnswerReading.Facts picked)
        {
            state.MeetingId = Guid.Parse((string)picked.Values[0].Value!);
            await NextOrSameAgainAsync(turn, ct);
        }
        else if (await taker.TakeAsync(turn, [new(question, reading)], ct))
            await NextAsync(turn, ct);
        else
            await RepeatAsync(turn, ct);
    }

    private async Task BackAsync(ChatTurn turn, CancellationToken ct)
    {
        var trail = turn.State.Trail;
        if (turn.State.Question != Review && trail.Count > 1)
            trail.RemoveAt(trail.Count - 1);
        // A decision that was taken up again has no way back but its answers.
        if (trail.Count == 0)
            await RepeatAsync(turn, ct);
        else
            await PutAsync(turn, [Questions.Of(trail[^1])], ct);
    }

    private async Task ChangeOrDecideAsync(ChatTurn turn, CancellationToken ct)
    {
        if (turn.Text.Is(Words.Decide))
        {
            await end.DecideAsync(turn, ct);
            return;
        }
        var preview = (await view.PreviewAsync(turn, turn.State.Answers, ct))!;
        var answers = await view.AnswersAsync(turn, preview, ct);
        if (Offer.Meant([.. answers.Select(answer => InterviewWording.Changing(answer.Question))], turn.Text) is { } changed)
        {
            await PutAsync(turn, [Questions.Of(changed.Value)], ct);
            return;
        }
        turn.Say("ReviewNotUnderstood");
        await RepeatAsync(turn, ct);
    }
}
