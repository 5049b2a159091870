using BotConnector.Activities;

namespace BotConnector.Turns;

/// <summary>A bot that has a method for each kind of activity. What isn't overridden does nothing.</summary>
public abstract class ActivityHandler : IBot
{
    /// <inheritdoc />
    public virtual Task OnTurnAsync(ITurnContext turn, CancellationToken ct) =>
        turn.Activity.Type switch
        {
            ActivityTypes.Message => OnMessageActivityAsync(turn, ct),
            ActivityTypes.ConversationUpdate => OnConversationUpdateActivityAsync(turn, ct),
            ActivityTypes.Event => OnEventActivityAsync(turn, ct),
            ActivityTypes.EndOfConversation => OnEndOfConversationActivityAsync(turn, ct),
            _ => OnUnrecognizedActivityTypeAsync(turn, ct),
        };

    /// <inheritdoc />
    public abstract Task OnTurnErrorAsync(ITurnContext turn, Exception exception, CancellationToken ct);

    /// <summary>Someone wrote something, or submitted a card (then <see cref="Activity.Value"/> holds its inputs).</summary>
    protected virtual Task OnMessageActivityAsync(ITurnContext turn, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Someone came or left; the bot's own coming and going is left out.</summary>
    protected virtual async Task OnConversationUpdateActivityAsync(ITurnContext turn, CancellationToken ct)
    {
        if (Others(turn, turn.Activity.MembersAdded) is { Count: > 0 } added)
            await OnMembersAddedAsync(added, turn, ct);
        if (Others(turn, turn.Activity.MembersRemoved) is { Count: > 0 } removed)
            await OnMembersRemovedAsync(removed, turn, ct);
    }

    /// <summary>People came into the conversation: the moment to greet.</summary>
    protected virtual Task OnMembersAddedAsync(IReadOnlyList<ChannelAccount> membersAdded, ITurnContext turn, CancellationToken ct) =>
        Task.CompletedTask;

    /// <summary>People left the conversation.</summary>
    protected virtual Task OnMembersRemovedAsync(IReadOnlyList<ChannelAccount> membersRemoved, ITurnContext turn, CancellationToken ct) =>
        Task.CompletedTask;

    /// <summary>Something happened; <see cref="Activity.Name"/> tells what.</summary>
    protected virtual Task OnEventActivityAsync(ITurnContext turn, CancellationToken ct) => Task.CompletedTask;

    /// <summary>The person ended the conversation.</summary>
    protected virtual Task OnEndOfConversationActivityAsync(ITurnContext turn, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Anything else.</summary>
    protected virtual Task OnUnrecognizedActivityTypeAsync(ITurnContext turn, CancellationToken ct) => Task.CompletedTask;

    private static List<ChannelAccount> Others(ITurnContext turn, IReadOnlyList<ChannelAccount>? members) =>
        [.. (members ?? []).Where(member => member.Id != turn.Activity.Recipient?.Id)];
}
