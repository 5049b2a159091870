using ZoomConnector.Webhooks;

namespace RecordingBot.Meetings;

/// <summary>Works off stored webhooks.</summary>
public sealed class ZoomInbox(IServiceScopeFactory scopes, InboxWriter door, TimeProvider clock, ILogger<ZoomInbox> logger)
    : InboxWork(scopes, door, clock, logger)
{
    /// <summary>
    /// How long the body of an event that is new to us is kept, for whoever wants to see what Zoom sends: it may name people, so no longer than that.
    /// The row stays as long as <c>retention.own-records</c> says.
    /// </summary>
    public static readonly TimeSpan UnknownKept = TimeSpan.FromDays(7);

    protected override IQueryable<InboxRow> Own(IQueryable<InboxRow> all) => all.Where(row => !row.IsChat);

    protected override Task ApplyAsync(IServiceProvider services, ZoomEvent read, InboxRow entry, CancellationToken ct) =>
        services.GetRequiredService<MeetingEvents>().ApplyAsync(read, entry.Stale, entry.ReceivedAt, ct);
}
