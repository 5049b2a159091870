using RecordingBot.Hosting;
using RecordingBot.Meetings;
using ZoomConnector.Webhooks;

namespace RecordingBot.Channels.TeamChat;

/// <summary>Works off what people wrote and pressed in Team Chat, and has the answers sent.</summary>
public sealed class TeamChatInbox(
    IServiceScopeFactory scopes,
    InboxWriter door,
    Doorbell doorbell,
    TimeProvider clock,
    ILogger<TeamChatInbox> logger
) : InboxWork(scopes, door, clock, logger)
{
    protected override IQueryable<InboxRow> Own(IQueryable<InboxRow> all) => all.Where(row => row.IsChat);

    protected override async Task ApplyAsync(IServiceProvider services, ZoomEvent read, InboxRow entry, CancellationToken ct)
    {
        // A turn that failed must not be saved with the entry.
        await using var turn = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        await turn.ServiceProvider.GetRequiredService<TeamChatEvents>().ApplyAsync(read, entry, ct);
        await doorbell.RingAsync<TeamChatPost>(ct);
    }
}
