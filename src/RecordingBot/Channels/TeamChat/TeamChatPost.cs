using BotConnector.Activities;
using BotConnector.DirectLine;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Hosting;
using RecordingBot.Registry;
using ZoomConnector.Errors;
using ZoomConnector.TeamChat;

namespace RecordingBot.Channels.TeamChat;

/// <summary>
/// Says in Team Chat what the bot has said in a conversation: its answers to what was said there, and what it says unasked. The conversation's log is what
/// counts as accepted; this only carries it further, in its order, after a fault once more.
/// </summary>
public sealed partial class TeamChatPost(IServiceScopeFactory scopes, TimeProvider clock, ILogger<TeamChatPost> logger)
    : DueOneByOne(scopes)
{
    private const int AtOnce = 50;

    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    /// <summary>What could not be said for so long isn't news any more.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    protected override Task<DateTimeOffset?> NextDueAsync(IServiceProvider services, CancellationToken ct) =>
        Waiting(services).MinAsync(chat => (DateTimeOffset?)chat.NextAttemptAt, ct);

    protected override async Task<bool> RunOneAsync(IServiceProvider services, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = Waiting(services).Where(chat => chat.NextAttemptAt <= now).OrderBy(chat => chat.ConversationId);
        if (await due.FirstOrDefaultAsync(ct) is not { } chat)
            return false;
        var store = services.GetRequiredService<IDirectLineStore>();
        var registry = services.GetRequiredService<RegistryContext>();
        foreach (var line in await store.ReadAfterAsync(chat.ConversationId, chat.SentThrough, AtOnce, ct))
        {
            if (IsForThere(line.Activity) && !await IsDealtWithAsync(services, chat, line.Activity, ct))
                chat.NextAttemptAt = clock.GetUtcNow() + Again;
            else
                chat.SentThrough = line.Sequence;
            await registry.SaveChangesAsync(ct);
            if (chat.SentThrough < line.Sequence)
                break;
        }
        return true;
    }

    /// <summary>Those in whose conversation something was said since.</summary>
    private static IQueryable<TeamChatRow> Waiting(IServiceProvider services)
    {
        var registry = services.GetRequiredService<RegistryContext>();
        return registry.TeamChats.Where(chat =>
            registry.Conversations.Any(talk => talk.Id == chat.ConversationId && talk.LastSequence > chat.SentThrough)
        );
    }

    /// <summary>What was asked in the web chat is answered there.</summary>
    private static bool IsForThere(Activity said) =>
        said is { Type: ActivityTypes.Message, From.Role: "bot" } && (said.ChannelId == TeamChatEvents.Channel || said.ReplyToId is null);

    /// <summary>What Zoom refuses it refuses again.</summary>
    internal static bool IsFinal(ZoomException fault) =>
        fault.Kind is ZoomErrorKind.Forbidden or ZoomErrorKind.NotFound or ZoomErrorKind.Invalid or ZoomErrorKind.Conflict;

    /// <summary>Says it.</summary>
    /// <returns>False where it is to be tried again; else it is said, or stands in the web chat only.</returns>
    private async Task<bool> IsDealtWithAsync(IServiceProvider services, TeamChatRow chat, Activity said, CancellationToken ct)
    {
        try
        {
            await services.GetRequiredService<ZoomChatbot>().SayAsync(chat.UserJid, TeamChatMessage.Of(said), ct);
            return true;
        }
        catch (ZoomException fault)
        {
            LogNotSaid(chat.ConversationId, FaultName.Of(fault), fault);
            return IsFinal(fault) || clock.GetUtcNow() - said.Timestamp > Patience;
        }
    }

    [LoggerMessage(LogLevel.Warning, "chat: something could not be said in Team Chat, in conversation {Conversation} ({Fault})")]
    private partial void LogNotSaid(string conversation, string fault, Exception exception);
}
