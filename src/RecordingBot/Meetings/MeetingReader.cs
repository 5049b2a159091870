using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using RecordingBot.LegalBases;
using RecordingBot.Notices;
using RecordingBot.Registry;

namespace RecordingBot.Meetings;

/// <summary>Reads meetings for showing; the query says which, and has seen to it that the caller may see them.</summary>
public sealed class MeetingReader(RegistryContext registry, NoticeLinks links, ConsentReader consents)
{
    /// <summary>One meeting; null where the query has none.</summary>
    public async Task<MeetingView?> FindAsync(IQueryable<MeetingRow> which, Guid id, CancellationToken ct) =>
        await ReadAsync(which.Where(row => row.Id == id), ct) is [var only] ? only : null;

    /// <summary>Meetings with everything that is shown of them, in the order of their ids.</summary>
    public async Task<IReadOnlyList<MeetingView>> ReadAsync(IQueryable<MeetingRow> which, CancellationToken ct)
    {
        var rows = await which.OrderBy(row => row.Id).ToListAsync(ct);
        var ids = rows.Select(row => row.Id).ToArray();
        var decisionIds = rows.Select(row => row.DecisionId).OfType<Guid>().ToArray();
        var decisions = await registry
            .Decisions.AsNoTracking()
            .Where(row => decisionIds.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, ct);
        var notices = (
            await registry.Notices.AsNoTracking().Where(row => ids.Contains(row.MeetingId) && row.RevokedAt == null).ToListAsync(ct)
        )
            .GroupBy(row => row.MeetingId)
            .ToDictionary(group => group.Key, group => group.MaxBy(row => row.Version)!);
        var incidents = (
            await registry.Incidents.AsNoTracking().Where(row => row.MeetingId != null && ids.Contains(row.MeetingId.Value)).ToListAsync(ct)
        ).ToLookup(row => row.MeetingId!.Value);
        var announcements = await registry
            .Announcements.AsNoTracking()
            .Where(row => ids.Contains(row.MeetingId))
            .ToDictionaryAsync(row => row.MeetingId, ct);
        var coverage = await CoverageAsync(ids, ct);
        var asked = await ConsentsAsync(rows, decisions, notices, ct);
        return
        [
            .. rows.Select(row =>
                Show(
                    row,
                    row.DecisionId is { } decision ? decisions.GetValueOrDefault(decision) : null,
                    notices.GetValueOrDefault(row.Id),
                    coverage.GetValueOrDefault(row.Id) ?? new(0, 0),
                    asked.GetValueOrDefault(row.Id),
                    incidents[row.Id]
                ) with
                {
                    Announcement = announcements.GetValueOrDefault(row.Id) is { } announcement
                        ? new(announcement.Wanted, announcement.PostedAt)
                        : null,
                }
            ),
        ];
    }

    private async Task<Dictionary<Guid, CoverageView>> CoverageAsync(Guid[] meetings, CancellationToken ct)
    {
        // Somebody who left and came back is one person, reached once they have had it.
        var seen = await registry
            .Attendance.AsNoTracking()
            .Where(row => meetings.Contains(row.MeetingId))
            .GroupBy(row => new { row.MeetingId, row.Participant })
            .Select(person => new { person.Key.MeetingId, Reached = person.Count(row => row.ReachedAt != null) })
            .ToListAsync(ct);
        return seen.GroupBy(person => person.MeetingId)
            .ToDictionary(
                meeting => meeting.Key,
                meeting => new CoverageView(meeting.Count(), meeting.Count(person => person.Reached > 0))
            );
    }

    private async Task<Dictionary<Guid, ConsentView>> ConsentsAsync(
        List<MeetingRow> meetings,
        Dictionary<Guid, DecisionRow> decisions,
        Dictionary<Guid, NoticeRow> notices,
        CancellationToken ct
    )
    {
        var views = new Dictionary<Guid, ConsentView>();
        foreach (var meeting in meetings)
        {
            if (meeting.DecisionId is not { } id || !decisions.TryGetValue(id, out var row))
                continue;
            var decision = StoredDecision.Read(row);
            var (consent, agreement) = (Conditions.AsksForConsent(decision), Conditions.AsksForAgreement(decision));
            if (!consent && !agreement)
                continue;
            var state = await consents.ReadAsync(meeting, notices.GetValueOrDefault(meeting.Id), ct);
            views[meeting.Id] = new(
                consent ? state.Present.People : null,
                consent ? state.Present.Consented : null,
                agreement ? state.Recorded.People : null,
                agreement ? state.Recorded.Consented : null
            );
        }
        return views;
    }

    private MeetingView Show(
        MeetingRow row,
        DecisionRow? decision,
        NoticeRow? notice,
        CoverageView coverage,
        ConsentView? consented,
        IEnumerable<IncidentRow> incidents
    ) =>
        new()
        {
            Id = row.Id,
            Zoom = row.Platform == "zoom" ? new(row.ZoomId, row.ZoomUuid, row.HostId) : null,
            Topic = row.Topic,
            StartsAt = row.StartsAt,
            EndsAt = row.EndsAt,
            CourseId = row.CourseId,
            Decision = decision is null ? null : Show(decision),
            Notice = notice is null ? null : new(links.Of(notice), notice.Sha256, notice.PostedAt, coverage),
            Consents = consented,
            Right = row.Right,
            Incidents = [.. incidents.OrderBy(incident => incident.At).Select(IncidentView.Of)],
        };

    private static JsonObject Show(DecisionRow decision)
    {
        var answer = JsonNode.Parse(decision.Answer)!.AsObject();
        answer.Insert(0, "id", decision.Id.ToString());
        return answer;
    }
}
