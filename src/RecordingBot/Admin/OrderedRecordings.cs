using Microsoft.EntityFrameworkCore;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Admin;

/// <summary>Recordings in the order of their ends: what goes next comes first, what has no end after that, what is gone last.</summary>
public sealed class OrderedRecordings(RegistryContext registry, RecordingReader reader)
{
    /// <summary>Their ids in that order.</summary>
    public static IQueryable<Guid> Ids(IQueryable<RecordingRow> which) =>
        which
            .OrderBy(row => row.State == RecordingState.Deleted)
            .ThenBy(row => row.EndsAt == null)
            .ThenBy(row => row.EndsAt)
            .ThenBy(row => row.Id)
            .Select(row => row.Id);

    /// <summary>Those with the ids, in the order of the ids; the ids are ones that the caller may see.</summary>
    public async Task<IReadOnlyList<RecordingSpan>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var which = registry.Recordings.AsNoTracking().Where(row => ids.Contains(row.Id));
        var views = (await reader.ReadAsync(which, ct)).ToDictionary(view => view.Id);
        var times = await which
            .Select(row => new
            {
                row.Id,
                row.DeletedAt,
                From = row.RecordedAt
                    ?? registry
                        .Meetings.Where(meeting => meeting.Id == row.MeetingId)
                        .Select(meeting => (DateTimeOffset?)meeting.StartsAt)
                        .FirstOrDefault()
                    ?? row.CreatedAt,
            })
            .ToDictionaryAsync(row => row.Id, ct);
        return [.. ids.Where(views.ContainsKey).Select(id => new RecordingSpan(views[id], times[id].From, times[id].DeletedAt))];
    }
}
