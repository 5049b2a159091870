namespace RecordingBot.Channels;

/// <summary>What a talk asks where it is about one of several things.</summary>
/// <param name="Talk">The talk's name.</param>
/// <param name="Question">The question's id.</param>
/// <param name="Which">The chat's text that asks which one.</param>
/// <param name="None">The chat's text that says that there is none.</param>
internal sealed record WhichOne(string Talk, string Question, string Which, string None)
{
    /// <summary>Says that there is none, takes the only one at once, or asks which.</summary>
    public async Task PutAsync<T>(ChatTurn turn, IReadOnlyList<T> all, Func<T, Offer> offer, Func<T, Task> take)
    {
        turn.State.End();
        if (all.Count == 0)
            turn.Say(None);
        else if (all.Count == 1)
            await take(all[0]);
        else
        {
            List<Offer> offers = [.. all.Select(offer)];
            turn.State.Ask(Talk, Question, offers);
            turn.Say(Choose.From(Which, offers, Question));
        }
    }
}
