using Microsoft.EntityFrameworkCore;
using RecordingBot.LegalBases;
using RecordingBot.Registry;
using RecordingPolicy;
using RecordingPolicy.Expiry;

namespace RecordingBot.Meetings;

/// <summary>What a host may record now. The right is the host's, not the meeting's: several windows can be open at once (design.md 3).</summary>
public sealed class HostWindows(RegistryContext registry, TimeProvider clock)
{
    /// <summary>A right that is still noted as given so long after its window was missed: it counts as taken.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(15);

    /// <summary>Longer than a step takes; what a crash has left open is older soon, and the step is repeated.</summary>
    private static readonly TimeSpan LongestStep = TimeSpan.FromMinutes(2);

    private static readonly string[] Steps = [WireName.Of(Step.GiveRight), WireName.Of(Step.TakeRight)];

    /// <summary>What the rights allow that were given for a host's meetings.</summary>
    /// <param name="host">Zoom's user id.</param>
    /// <param name="but">A meeting that doesn't count; null for none.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<RecordingAllowance> OfAsync(string host, Guid? but, CancellationToken ct)
    {
        var missed = clock.GetUtcNow() - Slack;
        var over = missed - NextStep.LongestOverrun;
        var given = await registry
            .Meetings.AsNoTracking()
            .Where(row => row.HostId == host && row.Right == RecordingRight.Given && row.Id != but)
            .Where(row => (row.EndedAt == null || row.EndedAt > missed) && (row.CancelledAt == null || row.CancelledAt > missed))
            .Where(row => row.EndedAt != null || row.EndsAt > over)
            .Select(row => row.DecisionId)
            .ToListAsync(ct);
        var allowed = RecordingAllowance.None;
        foreach (var id in given)
        {
            var decision = id is null ? null : await registry.Decisions.FindAsync([id], ct);
            var by = RecordingAllowance.By(decision is null ? null : StoredDecision.Read(decision));
            allowed = new(allowed.Local || by.Local, allowed.Cloud || by.Cloud);
        }
        return allowed;
    }

    /// <summary>A step is about to give or take a right of this host just now: what Zoom shows may be its doing.</summary>
    public Task<bool> AreChangingAsync(string host, CancellationToken ct)
    {
        var since = clock.GetUtcNow() - LongestStep;
        return registry
            .Intents.Where(intent => intent.EndedAt == null && intent.At > since && Steps.Contains(intent.Step))
            .AnyAsync(
                intent =>
                    registry.Recordings.Any(recording =>
                        recording.Id == intent.RecordingId
                        && registry.Meetings.Any(meeting => meeting.Id == recording.MeetingId && meeting.HostId == host)
                    ),
                ct
            );
    }
}
