using Microsoft.EntityFrameworkCore;
using RecordingAgent.Progress;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Recordings;

/// <summary>Finds which recording an agent's work is about.</summary>
public sealed class WorkFinder(RegistryContext registry, MeetingMatch match)
{
    /// <summary>Its recording; null where none is known, or not for certain.</summary>
    public Task<Guid?> FindAsync(WorkProgress progress, CancellationToken ct) =>
        progress switch
        {
            WorkProgress.Upload upload => OfOrderAsync(upload, ct),
            WorkProgress.Reading reading => OfFolderAsync(reading, ct),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private async Task<Guid?> OfOrderAsync(WorkProgress.Upload upload, CancellationToken ct) =>
        Guid.TryParse(upload.OrderId, out var id)
            ? await registry
                .AgentOrders.Where(row => row.Id == id && row.DeviceId == upload.DeviceId)
                .Select(row => (Guid?)row.RecordingId)
                .FirstOrDefaultAsync(ct)
            : null;

    /// <summary>The folder's own recording, if it is known already; else the one that is expected of its meeting.</summary>
    private async Task<Guid?> OfFolderAsync(WorkProgress.Reading reading, CancellationToken ct)
    {
        var known = await registry
            .Recordings.Where(row =>
                row.DeviceId == reading.DeviceId && row.RootId == reading.RootId && row.Folder == reading.RelativeFolder
            )
            .Select(row => (Guid?)row.Id)
            .FirstOrDefaultAsync(ct);
        if (known is not null)
            return known;
        var startedAt = match.InstantOf(reading.StartedAtLocal);
        return await match.FindAsync(reading.ZoomMeetingNumber, reading.Topic, startedAt, ct) is { } meeting
            ? await registry
                .Recordings.Where(row => row.MeetingId == meeting.Id && row.State == RecordingState.Expected && row.Folder == null)
                .Select(row => (Guid?)row.Id)
                .FirstOrDefaultAsync(ct)
            : null;
    }
}
