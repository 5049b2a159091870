using Microsoft.EntityFrameworkCore;
using RecordingBot.LegalBases;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using ZoomConnector.Webhooks;

namespace RecordingBot.Meetings;

/// <summary>
/// Zoom tells of cloud recordings only (facts/zoom.md 2.4): one without an approval for that place is an incident, one for a meeting. It stays open until
/// what came of it is dealt with.
/// </summary>
public sealed class CloudIncidents(
    RegistryContext registry,
    IncidentBook incidents,
    GovernedHosts governed,
    GovernanceStart start,
    TimeProvider clock
)
{
    /// <summary>Whether what is recorded in the cloud from that moment on is approved: the decision keeps it there, and the right was given and not yet taken.</summary>
    public async Task<bool> AreAllowedAsync(MeetingRow meeting, DateTimeOffset at, CancellationToken ct)
    {
        if (meeting.DecisionId is not { } id || await registry.Decisions.FindAsync([id], ct) is not { } decision)
            return false;
        return StoredDecision.Read(decision).AllowsCloud
            && meeting.RightFirstGivenAt <= at + AttendanceBook.TellsWhole
            && !(meeting.Right != RecordingRight.Given && meeting.RightChangedAt < at);
    }

    /// <summary>Notes what an event tells of a cloud recording; the caller saves.</summary>
    public async Task NoteAsync(MeetingRow meeting, RecordingEvent told, DateTimeOffset receivedAt, CancellationToken ct)
    {
        var at = told.OccurredAt ?? receivedAt;
        var begun = (told.Change is RecordingChange.Resumed ? at : told.RecordingStart ?? at).ToUniversalTime();
        if (start.IsAfter(meeting.StartedAt ?? begun) || await AreAllowedAsync(meeting, begun, ct))
            return;
        var rows = await registry.CloudStops.Where(row => row.MeetingId == meeting.Id).ToListAsync(ct);
        if ((rows.Find(row => row.Has(begun)) ?? await OpenAsync(rows, ct)) is not { } row)
            row = await AddAsync(meeting, begun, ct);
        var before = row.Begun;
        row.Add(begun);
        if (told.Change is RecordingChange.Stopped && (told.RecordingEnd ?? at).ToUniversalTime() is var ended && !(row.EndedAt >= ended))
            row.EndedAt = ended;

        var incident = (await registry.Incidents.FindAsync([row.Id], ct))!;
        incident.At = begun < incident.At ? begun : incident.At;
        if (!row.IsRunning || meeting.EndedAt is not null)
        {
            row.DueAt = null;
            incident.Done = row.OrderedAt is null ? incident.Done : "stopped";
        }
        else if (row.Begun != before && meeting.HostId is { } host && await governed.IsRuledAsync(host, ct))
            row.DueAt = clock.GetUtcNow();
    }

    /// <summary>What lies in the cloud was found: with the slip that an event told of it is one, and a slip that none told of is opened. The caller saves.</summary>
    public async Task FoundAsync(RecordingRow recording, CancellationToken ct)
    {
        var known = await registry
            .Incidents.Where(row =>
                row.MeetingId == recording.MeetingId && row.Kind == IncidentKind.CloudRecording && row.RecordingId == null
            )
            .ToListAsync(ct);
        foreach (var incident in known)
            incident.RecordingId = recording.Id;
        if (known.Count == 0 && recording.Unexplained)
            Open(recording.MeetingId, recording.RecorderId, recording.RecordedAt!.Value).RecordingId = recording.Id;
    }

    private IncidentRow Open(Guid? meeting, Guid? owner, DateTimeOffset at) =>
        incidents.Open(
            new()
            {
                Id = Guid.CreateVersion7(at),
                MeetingId = meeting,
                Kind = IncidentKind.CloudRecording,
                At = at,
                OwnerId = owner,
            },
            "zoom"
        );

    private async Task<CloudStopRow?> OpenAsync(List<CloudStopRow> rows, CancellationToken ct)
    {
        var ids = rows.ConvertAll(row => row.Id);
        var open = await registry
            .Incidents.Where(row => ids.Contains(row.Id) && row.ClosedAt == null)
            .Select(row => row.Id)
            .ToListAsync(ct);
        return rows.Find(row => open.Contains(row.Id));
    }

    private async Task<CloudStopRow> AddAsync(MeetingRow meeting, DateTimeOffset begun, CancellationToken ct)
    {
        // What was found in the cloud before its events came is the same slip.
        var incident =
            await registry.Incidents.FirstOrDefaultAsync(
                one =>
                    one.MeetingId == meeting.Id
                    && one.Kind == IncidentKind.CloudRecording
                    && !registry.CloudStops.Any(row => row.Id == one.Id),
                ct
            ) ?? Open(meeting.Id, meeting.HostPersonId, begun);
        var row = new CloudStopRow { Id = incident.Id, MeetingId = meeting.Id };
        registry.CloudStops.Add(row);
        return row;
    }
}
