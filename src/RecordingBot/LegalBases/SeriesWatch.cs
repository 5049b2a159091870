using Microsoft.EntityFrameworkCore;
using RecordingBot.Channels;
using RecordingBot.Hosting;
using RecordingBot.Meetings;
using RecordingBot.Registry;

namespace RecordingBot.LegalBases;

/// <summary>Asks the host of each meeting of a series to confirm it: the day before, and once more half an hour before.</summary>
public sealed class SeriesWatch(IServiceScopeFactory scopes, TimeProvider clock) : IDueWork
{
    private static readonly TimeSpan First = TimeSpan.FromDays(1);
    private static readonly TimeSpan Last = TimeSpan.FromMinutes(30);

    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return (await WaitingAsync(scope.ServiceProvider, ct)).Select(one => WhenToAsk(one.Meeting)).Min();
    }

    public async Task RunDueAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var now = clock.GetUtcNow();
        foreach (var (meeting, series) in await WaitingAsync(services, ct))
        {
            if (WhenToAsk(meeting) is not { } at || at > now)
                continue;
            var isLast = meeting.StartsAt - Last <= now;
            await services
                .GetRequiredService<Messenger>()
                .TellAsync(
                    meeting.HostPersonId ?? series.MadeBy,
                    new("ConfirmMeeting", [meeting.Topic, meeting.StartsAt], [new("Confirm")]) { Asks = new(null) },
                    ct,
                    $"confirm{(isLast ? "-soon" : "")} {meeting.Id}"
                );
            meeting.ConfirmAskedAt = now;
        }
        await services.GetRequiredService<RegistryContext>().SaveChangesAsync(ct);
    }

    private static async Task<List<(MeetingRow Meeting, SeriesRow Series)>> WaitingAsync(IServiceProvider services, CancellationToken ct)
    {
        var book = services.GetRequiredService<SeriesBook>();
        List<(MeetingRow, SeriesRow)> waiting = [];
        foreach (var series in await book.Live.AsNoTracking().ToListAsync(ct))
            waiting.AddRange((await book.Of(series).ToListAsync(ct)).Select(meeting => (meeting, series)));
        return waiting;
    }

    /// <summary>When its host is asked next; null when that was done.</summary>
    private static DateTimeOffset? WhenToAsk(MeetingRow meeting) =>
        meeting.ConfirmAskedAt is not { } asked ? meeting.StartsAt - First
        : asked < meeting.StartsAt - Last ? meeting.StartsAt - Last
        : null;
}
