namespace BotConnector.Turns;

/// <summary>A bot: it is given one turn for each activity that comes in, one at a time for each conversation.</summary>
public interface IBot
{
    /// <summary>Answers one activity. It may be called again with the same activity if the process ended during the turn.</summary>
    Task OnTurnAsync(ITurnContext turn, CancellationToken ct);

    /// <summary>
    /// Called when <see cref="OnTurnAsync"/> threw: say something useful to the person. The channel has logged the fault;
    /// what this method throws is logged too and goes no further.
    /// </summary>
    Task OnTurnErrorAsync(ITurnContext turn, Exception exception, CancellationToken ct);
}
