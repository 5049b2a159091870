using Microsoft.EntityFrameworkCore;
using RecordingBot.Meetings;
using RecordingBot.Registry;

namespace RecordingBot.LegalBases.Interview;

/// <summary>What was decided for a person's meetings: those that they host, and those that they decided themselves.</summary>
public sealed class DecisionLists(RegistryContext registry)
{
    /// <summary>The newest decision of each meeting, the newest first.</summary>
    public async Task<IReadOnlyList<(DecisionRow Decision, MeetingRow Meeting)>> OfAsync(PersonRow person, int most, CancellationToken ct)
    {
        var rows = await registry
            .Decisions.AsNoTracking()
            .Where(row => !registry.Decisions.Any(later => later.MeetingId == row.MeetingId && later.DecidedAt > row.DecidedAt))
            .Join(registry.Meetings, row => row.MeetingId, meeting => meeting.Id, (row, meeting) => new { row, meeting })
            .Where(pair => pair.meeting.HostPersonId == person.Id || pair.row.DecidedBy == person.Id)
            .OrderByDescending(pair => pair.row.DecidedAt)
            .Take(most)
            .ToListAsync(ct);
        return [.. rows.Select(pair => (pair.row, pair.meeting))];
    }
}
