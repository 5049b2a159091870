using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Channels;
using RecordingBot.Hosting;
using RecordingBot.Registry;
using ZoomConnector;
using ZoomConnector.Errors;

namespace RecordingBot.Meetings;

/// <summary>
/// Stops cloud recordings that nobody has approved: at once, again while Zoom's event doesn't confirm it, and again when one is started or resumed. The host
/// is told why, and how to get an approval; the third time, or where it can't be stopped, the data protection officer is asked.
/// </summary>
public sealed partial class CloudStop(IServiceScopeFactory scopes, TimeProvider clock, ILogger<CloudStop> logger) : DueOneByOne(scopes)
{
    private const int ManyTimes = 3;

    private static readonly TimeSpan Again = TimeSpan.FromSeconds(10);

    /// <summary>How long the event that confirms is waited for.</summary>
    private static readonly TimeSpan Confirmation = TimeSpan.FromSeconds(30);

    /// <summary>A recording that is still going on so long after it was seen needs a person.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    protected override Task<DateTimeOffset?> NextDueAsync(IServiceProvider services, CancellationToken ct) =>
        services.GetRequiredService<RegistryContext>().CloudStops.MinAsync(row => row.DueAt, ct);

    protected override async Task<bool> RunOneAsync(IServiceProvider services, CancellationToken ct)
    {
        var registry = services.GetRequiredService<RegistryContext>();
        var now = clock.GetUtcNow();
        if (await registry.CloudStops.Where(row => row.DueAt <= now).OrderBy(row => row.DueAt).FirstOrDefaultAsync(ct) is not { } row)
            return false;
        var incident = await registry.Incidents.FirstAsync(one => one.Id == row.Id, ct);
        var meeting = await registry.Meetings.FirstAsync(one => one.Id == row.MeetingId, ct);
        // An approval that came meanwhile lets it go on; what was recorded before stays an incident.
        var over =
            incident.ClosedAt is not null
            || meeting.EndedAt is not null
            || !row.IsRunning
            || await services.GetRequiredService<CloudIncidents>().AreAllowedAsync(meeting, now, ct);
        if (over)
            row.DueAt = null;
        else
            await StopAsync(services, row, incident, meeting, ct);
        await registry.SaveChangesAsync(ct);
        return true;
    }

    private async Task StopAsync(
        IServiceProvider services,
        CloudStopRow row,
        IncidentRow incident,
        MeetingRow meeting,
        CancellationToken ct
    )
    {
        try
        {
            await services.GetRequiredService<ZoomClient>().LiveMeetings.StopRecordingAsync(new(meeting.ZoomId!.Value), ct);
        }
        // Zoom says the same of "nothing is recorded" and of "not allowed": only after it has accepted to stop this one it can be the former.
        catch (ZoomException gone)
            when (gone.Kind is ZoomErrorKind.Invalid or ZoomErrorKind.NotFound
                && (row.OrderedAt >= row.LastBegun || row.EndedAt >= row.LastBegun)
            )
        {
            (row.EndedAt, row.DueAt, incident.Done) = (clock.GetUtcNow(), null, "stopped");
            return;
        }
        catch (ZoomException fault)
        {
            LogNotStopped(meeting.Id, fault.Kind);
            await NotStoppedAsync(services, row, incident, meeting, ct);
            return;
        }

        var now = clock.GetUtcNow();
        var first = !(row.OrderedAt >= row.LastBegun);
        (row.OrderedAt, row.DueAt, incident.Done) = (now, now + Confirmation, "stop-ordered");
        services.GetRequiredService<Registrar>().Audit("bot", "recording.stop-ordered", Subject.Meeting(meeting.Id));
        await TellAsync(services, "CloudStopped", row, meeting, ct);
        // Often, or accepted before and going on all the same.
        if (first ? row.Times >= ManyTimes : now - row.LastBegun >= Patience)
            await AskAsync(services, row, meeting, ct);
    }

    private async Task NotStoppedAsync(
        IServiceProvider services,
        CloudStopRow row,
        IncidentRow incident,
        MeetingRow meeting,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var impatient = now - row.LastBegun >= Patience;
        (row.DueAt, incident.Done) = (now + (impatient ? Patience : Again), "not-stopped");
        if (!impatient)
            return;
        await AskAsync(services, row, meeting, ct);
        await TellAsync(services, "CloudNotStopped", row, meeting, ct);
    }

    private static async Task AskAsync(IServiceProvider services, CloudStopRow row, MeetingRow meeting, CancellationToken ct) =>
        await services
            .GetRequiredService<Registrar>()
            .OpenTaskAsync(
                TaskKind.CloudRecording,
                Subject.Meeting(meeting.Id),
                Role.Dpo,
                null,
                "",
                ct,
                meeting.Topic,
                row.Times.ToString(CultureInfo.InvariantCulture)
            );

    /// <summary>Once for each time that one was begun.</summary>
    private static async Task TellAsync(IServiceProvider services, string key, CloudStopRow row, MeetingRow meeting, CancellationToken ct)
    {
        if (meeting.HostPersonId is { } person)
            await services
                .GetRequiredService<Messenger>()
                .TellAsync(person, ChatText.Of(key, meeting.Topic), ct, $"{key} {row.Id} {row.LastBegun:O}");
    }

    [LoggerMessage(LogLevel.Warning, "meeting: the cloud recording of meeting {Meeting} could not be stopped ({Kind}); it is tried again")]
    private partial void LogNotStopped(Guid meeting, ZoomErrorKind kind);
}
