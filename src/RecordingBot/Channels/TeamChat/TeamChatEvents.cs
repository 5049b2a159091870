using BotConnector.Activities;
using BotConnector.DirectLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RecordingBot.Hosting;
using RecordingBot.Meetings;
using RecordingBot.Registry;
using ZoomConnector;
using ZoomConnector.Errors;
using ZoomConnector.TeamChat;
using ZoomConnector.Webhooks;

namespace RecordingBot.Channels.TeamChat;

/// <summary>
/// Takes what somebody wrote or pressed in Team Chat into their one conversation with the bot. Who they are, their Zoom user id says, which is linked to a
/// person or to nobody; the name that they have there says nothing.
/// </summary>
public sealed partial class TeamChatEvents(
    RegistryContext registry,
    People people,
    IDirectLineStore store,
    DirectLineTalk talk,
    Messenger messenger,
    ChatWording wording,
    ZoomChatbot chatbot,
    IOptions<ZoomOptions> options,
    IOptions<SiteOptions> site,
    TimeProvider clock,
    ILogger<TeamChatEvents> logger
)
{
    /// <summary>Team Chat's name in activities.</summary>
    public const string Channel = "zoom";

    /// <summary>Acts on an event of the chatbot's app; one of another account, or of a meeting, is none.</summary>
    public async Task ApplyAsync(ZoomEvent read, InboxRow entry, CancellationToken ct)
    {
        if (read.AccountId != options.Value.AccountId)
            LogOtherAccount(entry.Id);
        else if (read is AppRemovedEvent)
            await registry.TeamChats.ExecuteDeleteAsync(ct);
        else if (read is ChatEvent { UserId: { } user, UserJid: { } jid } said)
            await TakeAsync(said, user, jid, entry, ct);
    }

    private async Task TakeAsync(ChatEvent said, string zoomUser, string jid, InboxRow entry, CancellationToken ct)
    {
        var known = await people.FindAsync(LinkKind.Zoom, zoomUser, ct);
        if (known is null)
        {
            await people.AskWhoseAsync(zoomUser, ct);
            await registry.SaveChangesAsync(ct);
        }
        if (known is not { LeftAt: null } person)
        {
            await TellStrangerAsync(jid, ct);
            return;
        }
        var user = DirectLineUsers.Of(person);
        await LearnAsync(user, jid, ct);
        if (entry.Stale)
        {
            await messenger.TellAsync(person.Id, ChatText.Of("SaidTooLate"), ct, $"late:{entry.Digest}");
            return;
        }
        await talk.OpenAsync(user, locale: null, ct, Channel);
        if (said.Says is { } says)
            await talk.SayAsync(user, ActivityOf(says, said.Kind), $"{Channel}:{entry.Digest}", ct);
    }

    private async Task TellStrangerAsync(string jid, CancellationToken ct)
    {
        var words = wording.Write(ChatText.Of("WhoAreYouInTeamChat", site.Value.PublicUrl), language: null);
        try
        {
            await chatbot.SayAsync(jid, TeamChatMessage.Of(words), ct);
        }
        catch (ZoomException fault) when (TeamChatPost.IsFinal(fault))
        {
            LogStrangerNotTold(FaultName.Of(fault));
        }
    }

    /// <summary>From now on the person is told there too; what was said before they came stays where it was said.</summary>
    private async Task LearnAsync(DirectLineUser user, string jid, CancellationToken ct)
    {
        var id = (await store.ConversationOfAsync(user.Id, ct)).Id;
        if (await registry.TeamChats.FindAsync([id], ct) is { } known)
            known.UserJid = jid;
        else
            registry.TeamChats.Add(
                new()
                {
                    ConversationId = id,
                    UserJid = jid,
                    SentThrough = await registry.Conversations.Where(row => row.Id == id).Select(row => row.LastSequence).SingleAsync(ct),
                    NextAttemptAt = clock.GetUtcNow(),
                }
            );
        await registry.SaveChangesAsync(ct);
    }

    /// <summary>A button's value is what a card of the web chat would send; whatever else comes is taken as words.</summary>
    private static Activity ActivityOf(string says, ChatEventKind kind) =>
        (kind is ChatEventKind.Chosen ? TeamChatMessage.AnswerOf(says) : null) is { } answer
            ? new()
            {
                Type = ActivityTypes.Message,
                ChannelId = Channel,
                Value = answer,
            }
            : Activity.Message(says) with
            {
                ChannelId = Channel,
            };

    [LoggerMessage(LogLevel.Warning, "chat: event {Entry} of Team Chat is of another account than Zoom:AccountId, and is not acted on")]
    private partial void LogOtherAccount(long entry);

    [LoggerMessage(LogLevel.Warning, "chat: somebody whom nobody knows here could not be told so in Team Chat ({Fault})")]
    private partial void LogStrangerNotTold(string fault);
}
