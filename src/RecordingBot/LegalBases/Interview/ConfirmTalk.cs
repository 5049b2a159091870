using System.Text.Json.Nodes;
using RecordingBot.Channels;
using RecordingBot.Meetings;

namespace RecordingBot.LegalBases.Interview;

/// <summary>
/// "Confirm": one meeting of a series, before it starts. Whoever confirms says in their own name that nothing sensitive will be said, and that the
/// judgement of necessity is theirs; the desk then decides as ever.
/// </summary>
public sealed class ConfirmTalk(
    SeriesBook series,
    LastTime lastTime,
    InterviewView view,
    InterviewTalk interview,
    InterviewEnd end,
    MeetingOffers offers
) : ITalk
{
    private static readonly WhichOne Which = new("confirm", "meeting", "ChooseToConfirm", "NothingToConfirm");
    private const string Confirmed = "confirm";

    /// <inheritdoc />
    public string Name => Which.Talk;

    /// <inheritdoc />
    public bool Opens(ChatTurn turn) => turn.Text.Is(Words.Confirm) && turn.State.Talk != Name;

    /// <inheritdoc />
    public async Task BeginAsync(ChatTurn turn, CancellationToken ct)
    {
        var waiting = await series.ToConfirmAsync(turn.Person, ct);
        await Which.PutAsync(turn, waiting, one => offers.Of(one.Meeting), one => PutAsync(turn, one.Meeting, one.Series, ct));
    }

    /// <inheritdoc />
    public async Task AnswerAsync(ChatTurn turn, CancellationToken ct)
    {
        if (turn.State.Question == Which.Question)
            await PickAsync(turn, ct);
        else if (turn.Text.Is(Words.Confirm) || AnswerReader.YesOrNo(turn.Text) == true)
            await DecideAsync(turn, ct);
        else if (AnswerReader.YesOrNo(turn.Text) == false)
        {
            // The other answers are kept; what has to be judged anew is asked for.
            turn.State.AsLastTime = null;
            await interview.GoOnAsync(turn, ct);
        }
        else
        {
            turn.Say("AnswerNotUnderstood");
            await RepeatAsync(turn, ct);
        }
    }

    /// <inheritdoc />
    public async Task RepeatAsync(ChatTurn turn, CancellationToken ct)
    {
        if (turn.State.MeetingId is null)
        {
            await BeginAsync(turn, ct);
            return;
        }
        var earlier = await lastTime.GetAsync(turn.State.AsLastTime!.Value, ct);
        turn.State.Ask(Name, Confirmed, []);
        turn.Say(await view.ConfirmAsync(turn, earlier, Confirmed, ct));
    }

    private async Task PickAsync(ChatTurn turn, CancellationToken ct)
    {
        var chosen = Offer.Meant(turn.State.Offers, turn.Text);
        var waiting = await series.ToConfirmAsync(turn.Person, ct);
        if (
            chosen is not null
            && waiting.FirstOrDefault(one => one.Meeting.Id.ToString() == chosen.Value) is { Meeting: { } meeting } picked
        )
        {
            await PutAsync(turn, meeting, picked.Series, ct);
            return;
        }
        turn.Say("AnswerNotUnderstood");
        await BeginAsync(turn, ct);
    }

    private async Task PutAsync(ChatTurn turn, MeetingRow meeting, SeriesRow of, CancellationToken ct)
    {
        var earlier = await lastTime.GetAsync(of.DecisionId, ct);
        InterviewStart.With(turn, meeting.Id, earlier);
        turn.State.AsLastTime = earlier.Id;
        await RepeatAsync(turn, ct);
    }

    private async Task DecideAsync(ChatTurn turn, CancellationToken ct)
    {
        var answers = turn.State.Answers;
        if (LastTime.Judgement(await lastTime.GetAsync(turn.State.AsLastTime!.Value, ct)) is { } judgement)
            answers = AnswerSheet.With(answers, "necessity", judgement);
        foreach (var question in Questions.All.Where(question => question.IsContent))
            answers = AnswerSheet.With(answers, question.Path, (JsonNode)false);
        turn.State.Answers = answers;
        await end.DecideAsync(turn, ct);
    }
}
