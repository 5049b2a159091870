using CanvasConnector.Errors;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Expiry;
using RecordingBot.Registry;
using ZoomConnector;
using ZoomConnector.Meetings;

namespace RecordingBot.Meetings;

/// <summary>A host's scheduled meetings, read from Zoom.</summary>
public sealed class MeetingCatalogue(RegistryContext registry, ZoomClient zoom, MeetingBook book, CourseBook courses, TimeProvider clock)
{
    private const int Most = 50;

    /// <summary>What the host has ahead, the nearest first, and what runs now; each is in the registry afterwards.</summary>
    public async Task<IReadOnlyList<MeetingRow>> UpcomingAsync(PersonRow host, CancellationToken ct)
    {
        if (host.Links.Find(link => link.Kind == LinkKind.Zoom) is not { } link)
            return [];
        var now = clock.GetUtcNow();
        var meetings = new List<MeetingRow>();
        await foreach (var read in zoom.Meetings.ListForUserAsync(link.ExternalId, MeetingList.Upcoming, ct))
        {
            var row = await book.StoreAsync(read, ct);
            // The list leaves out the tracking fields, and with them the course, of a meeting that no event has told of.
            if (registry.Entry(row).State is EntityState.Added)
            {
                row = await SavedAsync(row, ct);
                row = await book.RefreshAsync(read.Id.Value, ct) ?? row;
            }
            if (row.EndedAt is null && row.CancelledAt is null && row.EndsAt > now)
                meetings.Add(row);
            if (meetings.Count == Most)
                break;
        }
        await registry.SaveChangesAsync(ct);
        return [.. meetings.OrderBy(row => row.StartsAt)];
    }

    /// <summary>What colleagues have ahead, undecided, in the courses that the person teaches. None while Canvas doesn't say which those are: their own meetings they can decide all the same.</summary>
    public async Task<IReadOnlyList<MeetingRow>> OfColleaguesAsync(PersonRow teacher, CancellationToken ct)
    {
        string[] taught;
        try
        {
            taught = [.. (await courses.CoursesOfAsync(teacher, ct)).Select(course => course.Id)];
        }
        catch (CanvasException)
        {
            return [];
        }
        var now = clock.GetUtcNow();
        return await registry
            .Meetings.Where(row =>
                row.CourseId != null
                && taught.Contains(row.CourseId)
                && row.HostPersonId != teacher.Id
                && row.DecisionId == null
                && row.EndedAt == null
                && row.CancelledAt == null
                && row.EndsAt > now
            )
            .OrderBy(row => row.StartsAt)
            .Take(Most)
            .ToListAsync(ct);
    }

    /// <summary>The new row; or the one that an event, telling of the same meeting at that moment, has brought first.</summary>
    private async Task<MeetingRow> SavedAsync(MeetingRow row, CancellationToken ct)
    {
        try
        {
            await registry.SaveChangesAsync(ct);
            return row;
        }
        catch (DbUpdateException)
        {
            foreach (var entry in registry.ChangeTracker.Entries().Where(entry => entry is { State: EntityState.Added }).ToList())
                entry.State = EntityState.Detached;
            if (await registry.Meetings.FirstOrDefaultAsync(one => one.ZoomUuid == row.ZoomUuid, ct) is not { } told)
                throw;
            return told;
        }
    }
}
