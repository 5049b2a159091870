using RecordingBot.Channels;
using RecordingBot.Meetings;
using RecordingBot.Registry;

namespace RecordingBot.LegalBases.Interview;

/// <summary>"Change answer": takes up one of the person's decisions again, with its answers.</summary>
public sealed class ChangeTalk(DecisionLists lists, RegistryContext registry, MeetingOffers offers, InterviewTalk interview) : ITalk
{
    private const int Most = 10;
    private static readonly WhichOne Which = new("change", "meeting", "ChooseToChange", "NoDecisions");

    /// <inheritdoc />
    public string Name => Which.Talk;

    /// <inheritdoc />
    public bool Opens(ChatTurn turn) => turn.Text.Is(Words.Change) && turn.State.Talk != InterviewTalk.Interview;

    /// <inheritdoc />
    public async Task BeginAsync(ChatTurn turn, CancellationToken ct)
    {
        var decided = await lists.OfAsync(turn.Person, Most, ct);
        await Which.PutAsync(turn, decided, one => offers.Of(one.Meeting), one => ReopenAsync(turn, one.Decision, one.Meeting, ct));
    }

    /// <inheritdoc />
    public async Task AnswerAsync(ChatTurn turn, CancellationToken ct)
    {
        var chosen = Offer.Meant(turn.State.Offers, turn.Text);
        var decided = await lists.OfAsync(turn.Person, Most, ct);
        if (chosen is not null && decided.FirstOrDefault(one => one.Meeting.Id.ToString() == chosen.Value) is { Meeting: { } meeting } one)
        {
            await ReopenAsync(turn, one.Decision, meeting, ct);
            return;
        }
        turn.Say("AnswerNotUnderstood");
        await BeginAsync(turn, ct);
    }

    /// <inheritdoc />
    public Task RepeatAsync(ChatTurn turn, CancellationToken ct) => BeginAsync(turn, ct);

    private async Task ReopenAsync(ChatTurn turn, DecisionRow decision, MeetingRow meeting, CancellationToken ct)
    {
        // The desk asks who may decide when it decides; here only the answers are shown, to those whose meeting or decision it is.
        var tracked = await registry.Meetings.FindAsync([meeting.Id], ct);
        await interview.ReopenAsync(turn, tracked ?? meeting, decision, ct);
    }
}
