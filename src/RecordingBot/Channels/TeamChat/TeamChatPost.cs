using BotConnector.Activities;
using BotConnector.DirectLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RecordingBot.Hosting;
using RecordingBot.Registry;
using ZoomConnector;
using ZoomConnector.Errors;
using ZoomConnector.TeamChat;

namespace RecordingBot.Channels.TeamChat;

/// <summary>
/// Says in Team Chat what the bot has said in a conversation: its answers to what was said there, and what it says unasked. The conversation's log is what
/// counts as accepted; this only carries it further, in its order, after a fault once more.
/// </summary>
public sealed partial class TeamChatPost(
    IServiceScopeFactory scopes,
    IOptions<ZoomOptions> zoom,
    TimeProvider clock,
    ILogger<TeamChatPost> logger
) : DueOneByOne(scopes)
{
    private const int AtOnce = 50;

    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    /// <summary>What is older isn't news any more: it stands in the web chat.</summary>
    private static readonly TimeSpan News = TimeSpan.FromDays(1);

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
        var lines = await store.ReadAfterAsync(chat.ConversationId, chat.SentThrough, AtOnce, ct);
        if (lines.Count == 0)
            await SkipEndedAsync(registry, chat, ct);
        foreach (var line in lines)
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

    /// <summary>Those in whose conversation something was said since; none while there is no chatbot.</summary>
    private IQueryable<TeamChatRow> Waiting(IServiceProvider services)
    {
        var (registry, isOn) = (services.GetRequiredService<RegistryContext>(), zoom.Value.Chatbot.IsOn);
        return registry.TeamChats.Where(chat =>
            isOn && registry.Conversations.Any(talk => talk.Id == chat.ConversationId && talk.LastSequence > chat.SentThrough)
        );
    }

    /// <summary>What would have followed has ended with its time (<c>retention.own-records</c>).</summary>
    private static async Task SkipEndedAsync(RegistryContext registry, TeamChatRow chat, CancellationToken ct)
    {
        chat.SentThrough = await registry
            .Conversations.Where(talk => talk.Id == chat.ConversationId)
            .Select(talk => talk.LastSequence)
            .SingleAsync(ct);
        await registry.SaveChangesAsync(ct);
    }

    /// <summary>What was asked in the web chat is answered there.</summary>
    private bool IsForThere(Activity said) =>
        said is { Type: ActivityTypes.Message, From.Role: "bot" }
        && (said.ChannelId == TeamChatEvents.Channel || said.ReplyToId is null)
        && clock.GetUtcNow() - said.Timestamp <= News;

    /// <summary>What Zoom refuses it refuses again.</summary>
    internal static bool IsFinal(ZoomException fault) =>
        fault.Kind is ZoomErrorKind.Forbidden or ZoomErrorKind.NotFound or ZoomErrorKind.Invalid or ZoomErrorKind.Conflict;

    /// <summary>Says it.</summary>
    /// <returns>False where it is to be tried again.</returns>
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
            return IsFinal(fault);
        }
    }

    [LoggerMessage(LogLevel.Warning, "chat: something could not be said in Team Chat, in conversation {Conversation} ({Fault})")]
    private partial void LogNotSaid(string conversation, string fault, Exception exception);
}
