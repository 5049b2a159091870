using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using RecordingBot.LegalBases;
using RecordingBot.Notices;
using RecordingBot.Registry;

namespace RecordingBot.Meetings;

/// <summary>Reads meetings for showing; the query says which, and has seen to it that the caller may see them.</summary>
public sealed class MeetingReader(RegistryContext registry, NoticeLinks links, ConsentReader consents, CoverageReader coverages)
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
            await registry
                .Notices.AsNoTracking()
                .Where(row => ids.Contains(row.MeetingId))
                // Once a meeting's records have ended none stands any more; that it was told, and to how many, stays.
                .Where(row =>
                    row.RevokedAt == null || registry.Meetings.Any(meeting => meeting.Id == row.MeetingId && meeting.RecordsEndedAt != null)
                )
                .ToListAsync(ct)
        ).GroupBy(row => row.MeetingId).ToDictionary(group => group.Key, group => group.MaxBy(row => row.Version)!);
        var incidents = (
            await registry.Incidents.AsNoTracking().Where(row => row.MeetingId != null && ids.Contains(row.MeetingId.Value)).ToListAsync(ct)
        ).ToLookup(row => row.MeetingId!.Value);
        var announcements = await registry
            .Announcements.AsNoTracking()
            .Where(row => ids.Contains(row.MeetingId))
            .ToDictionaryAsync(row => row.MeetingId, ct);
        var coverage = await coverages.ReadAsync(rows, ct);
        var asksToPaste = await registry
            .Tasks.Where(task => task.Kind == TaskKind.PasteNotice && task.ClosedAt == null && ids.Contains(task.MeetingId!.Value))
            .Select(task => task.MeetingId!.Value)
            .ToHashSetAsync(ct);
        var asked = await ConsentsAsync(rows, decisions, notices, ct);
        return
        [
            .. rows.Select(row =>
                Show(
                    row,
                    row.DecisionId is { } decision ? decisions.GetValueOrDefault(decision) : null,
                    notices.GetValueOrDefault(row.Id) is { } notice
                        ? Show(row, notice, coverage[row.Id], asksToPaste.Contains(row.Id))
                        : null,
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

    private static MeetingView Show(
        MeetingRow row,
        DecisionRow? decision,
        NoticeView? notice,
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
            Notice = notice,
            Consents = consented,
            Right = row.Right,
            Incidents = [.. incidents.OrderBy(incident => incident.At).Select(IncidentView.Of)],
        };

    private NoticeView Show(MeetingRow meeting, NoticeRow notice, CoverageView coverage, bool toPaste) =>
        new(meeting.RecordsEndedAt is null ? links.Of(notice) : null, notice.Sha256, notice.PostedAt, coverage)
        {
            ToPaste = toPaste ? links.MessageOf(notice) : null,
        };

    private static JsonObject Show(DecisionRow decision)
    {
        var answer = JsonNode.Parse(decision.Answer)!.AsObject();
        answer.Insert(0, "id", decision.Id.ToString());
        return answer;
    }
}
