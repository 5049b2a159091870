using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Recordings;
using RecordingBot.Registry;

namespace Benchmarks.Sweep;

/// <summary>
/// The same sweep as EF Core's documentation shows it: what is due is loaded tracked with everything around it, claimed by saving it, and each is changed
/// and saved. It is told what to write, and so spared the deciding.
/// </summary>
internal sealed class DocumentedSweep(IServiceScopeFactory scopes, DateTimeOffset now)
{
    private const int Portion = 50;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    public async Task RunAsync(Written held, Written free, CancellationToken ct)
    {
        while (await PortionAsync(held, free, ct))
        {
            // The next.
        }
    }

    private async Task<bool> PortionAsync(Written held, Written free, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var registry = scope.ServiceProvider.GetRequiredService<RegistryContext>();
        var due = await registry
            .Recordings.Include(row => row.Parts)
                .ThenInclude(part => part.Copies)
            .Include(row => row.Warnings)
            .Where(row => row.NextCheckAt <= now && (row.LeaseUntil == null || row.LeaseUntil < now))
            .OrderBy(row => row.NextCheckAt)
            .Take(Portion)
            .ToListAsync(ct);
        foreach (var recording in due)
        {
            (recording.LeaseOwner, recording.LeaseUntil) = ("documented", now + Lease);
            recording.Fence++;
        }
        await registry.SaveChangesAsync(ct);
        foreach (var recording in due)
            await RecordAsync(registry, recording, recording.HeldBy is null ? free : held, ct);
        return due.Count > 0;
    }

    private static async Task RecordAsync(RegistryContext registry, RecordingRow recording, Written written, CancellationToken ct)
    {
        await registry.Meetings.FindAsync([recording.MeetingId], ct);
        await registry.Decisions.FindAsync([recording.DecisionId], ct);
        await registry.Courses.FindAsync([recording.CourseId], ct);
        await registry.Notices.FirstOrDefaultAsync(notice => notice.MeetingId == recording.MeetingId && notice.RevokedAt == null, ct);
        (recording.EndsAt, recording.EndReason) = (written.EndsAt, written.EndReason);
        (recording.NextStep, recording.NextStepAt, recording.NextStepReason) = (
            written.NextStep,
            written.NextStepAt,
            written.NextStepReason
        );
        recording.CourseMoves = 1;
        await registry.SaveChangesAsync(ct);
        (recording.NextCheckAt, recording.LeaseUntil) = (written.NextCheckAt, null);
        await registry.SaveChangesAsync(ct);
    }
}
