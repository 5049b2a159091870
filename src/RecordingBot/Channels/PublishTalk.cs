using RecordingBot.Publication;

namespace RecordingBot.Channels;

/// <summary>"Publish": choose one of the recordings that are there; it goes into its course under the conditions of its decision.</summary>
public sealed class PublishTalk(RecordingLists lists, PublicationActs acts) : ITalk
{
    /// <inheritdoc />
    public string Name => "publish";

    /// <inheritdoc />
    public bool Opens(ChatTurn turn) => turn.State.Talk is null ? turn.Text.BeginsWith(Words.Publish) : turn.Text.Is(Words.Publish);

    /// <inheritdoc />
    public Task BeginAsync(ChatTurn turn, CancellationToken ct) => RepeatAsync(turn, ct);

    /// <inheritdoc />
    public async Task AnswerAsync(ChatTurn turn, CancellationToken ct)
    {
        if (Offer.Meant(turn.State.Offers, turn.Text) is not { } chosen)
        {
            turn.Say("AnswerNotUnderstood");
            await RepeatAsync(turn, ct);
            return;
        }
        var result = await acts.PublishAsync(Guid.Parse(chosen.Value), turn.Person, ct);
        turn.State.End();
        turn.Say(ActReplies.Of(result, new("PublicationWanted", [chosen.Title], [new("FurtherCourse")])));
    }

    /// <inheritdoc />
    public async Task RepeatAsync(ChatTurn turn, CancellationToken ct)
    {
        var offers = await lists.ToPublishAsync(turn.Person, ct);
        turn.State.End();
        if (offers.Count == 0)
        {
            turn.Say("NothingToPublish");
            return;
        }
        turn.State.Ask(Name, "recording", offers);
        turn.Say(Choose.From("ChooseToPublish", offers, "recording"));
    }
}
