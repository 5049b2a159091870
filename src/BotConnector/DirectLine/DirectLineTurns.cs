using BotConnector.Activities;
using BotConnector.Cards;
using BotConnector.Turns;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BotConnector.DirectLine;

/// <summary>
/// Gives the bot its turns: one at a time for each conversation, and to the end even if the person closes the page.
/// An activity whose turn was cut off by the end of the process gets a new turn when the client sends it again.
/// </summary>
internal sealed partial class DirectLineTurns(
    IBot bot,
    IDirectLineStore store,
    DirectLineChannel channel,
    ConversationGates gates,
    ConversationStreams streams,
    TimeProvider clock,
    IHostApplicationLifetime lifetime,
    ILogger<DirectLineTurns> logger
)
{
    /// <summary>Tells the bot, once, that the person is there.</summary>
    /// <returns>True if that happened now; false if it had happened before; null if there is no such conversation.</returns>
    public Task<bool?> OpenAsync(DirectLineTicket ticket, string? locale) =>
        gates.RunAsync<bool?>(
            ticket.ConversationId,
            async () =>
            {
                var ct = lifetime.ApplicationStopping;
                var conversation = await store.FindAsync(ticket.ConversationId, ct);
                if (conversation is not { IsOpen: false })
                    return conversation is null ? null : false;

                await RunTurnAsync(Arrival(ticket, locale), ct);
                await store.OpenAsync(conversation.Id, ct);
                return true;
            },
            lifetime.ApplicationStopping
        );

    /// <summary>Keeps what the person said, and lets the bot answer.</summary>
    /// <returns>Its id, or null if there is no such conversation.</returns>
    public Task<ResourceResponse?> TakeAsync(DirectLineTicket ticket, IncomingActivity incoming) =>
        gates.RunAsync(
            ticket.ConversationId,
            async () =>
            {
                var ct = lifetime.ApplicationStopping;
                if (await store.FindAsync(ticket.ConversationId, ct) is null)
                    return null;

                var key = incoming.ClientActivityId is { } id ? $"user:{id}" : null;
                var line = await store.AppendAsync(
                    ticket.ConversationId,
                    Stamped(CardAnswer.Spoken(incoming.Activity!), ticket),
                    key,
                    isHandled: false,
                    ct
                );
                streams.Ring(ticket.ConversationId);
                if (!line.IsHandled)
                {
                    await RunTurnAsync(line.Activity, ct);
                    await store.MarkHandledAsync(ticket.ConversationId, line.Sequence, ct);
                    // What the bot said within a transaction of its own could not be seen yet when it was said.
                    streams.Ring(ticket.ConversationId);
                }
                return new ResourceResponse(line.Activity.Id!);
            },
            lifetime.ApplicationStopping
        );

    private async Task RunTurnAsync(Activity activity, CancellationToken ct)
    {
        var turn = new TurnContext(activity, (reply, token) => channel.KeepAsync(activity.Conversation!.Id!, reply, key: null, token));
        try
        {
            await bot.OnTurnAsync(turn, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogTurnFailed(activity.Conversation?.Id, activity.Id, e);
            await TellAsync(turn, e, ct);
        }
    }

    private async Task TellAsync(TurnContext turn, Exception fault, CancellationToken ct)
    {
        try
        {
            await bot.OnTurnErrorAsync(turn, fault, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogTurnErrorFailed(turn.Activity.Conversation?.Id, turn.Activity.Id, e);
        }
    }

    /// <summary>It has no id: it isn't in the log, so that no client can find what the greeting would answer.</summary>
    private Activity Arrival(DirectLineTicket ticket, string? locale) =>
        Stamped(
            new Activity
            {
                Type = ActivityTypes.ConversationUpdate,
                Locale = locale,
                MembersAdded = [channel.Bot, Account(ticket.User)],
            },
            ticket
        );

    /// <summary>Who, where and when are the channel's to say, whatever the client wrote.</summary>
    private Activity Stamped(Activity activity, DirectLineTicket ticket) =>
        activity with
        {
            Timestamp = clock.GetUtcNow(),
            ChannelId = ticket.ChannelId,
            ServiceUrl = null,
            From = Account(ticket.User),
            Recipient = channel.Bot,
            Conversation = new ConversationAccount { Id = ticket.ConversationId },
        };

    private static ChannelAccount Account(DirectLineUser user) =>
        new()
        {
            Id = user.Id,
            Name = user.Name,
            Role = "user",
        };

    [LoggerMessage(1, LogLevel.Error, "The turn over activity {ActivityId} in conversation {ConversationId} failed.")]
    private partial void LogTurnFailed(string? conversationId, string? activityId, Exception exception);

    [LoggerMessage(2, LogLevel.Error, "Telling of the failed turn over activity {ActivityId} in conversation {ConversationId} failed too.")]
    private partial void LogTurnErrorFailed(string? conversationId, string? activityId, Exception exception);
}
