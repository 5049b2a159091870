using Microsoft.EntityFrameworkCore;
using RecordingBot.Hosting;
using RecordingBot.Packs;
using RecordingBot.Recordings;
using RecordingPolicy;
using RecordingPolicy.Expiry;

namespace RecordingBot.Registry;

/// <summary>
/// Finds the recordings that are due, claims each by lease and fencing number, carries out its next step and records that, until
/// nothing is due (design.md 3). One that fails holds up no other. Quartz only rings for it.
/// </summary>
public sealed partial class Reconciler(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Reconciler> logger) : IDueWork, IDisposable
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromSeconds(30);
    private const int Portion = 50;

    /// <summary>A step that keeps being due after it was done is a fault of ours: it is put off rather than run hot.</summary>
    private const int MostStepsAtOnce = 60;

    private readonly string owner = Guid.NewGuid().ToString("N");
    private readonly SemaphoreSlim gate = new(1);

    /// <summary>When the run began that is under way; of the last one, between two.</summary>
    public DateTimeOffset RunningSince { get; private set; }

    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var registry = scope.ServiceProvider.GetRequiredService<RegistryContext>();
        return await registry
            .Recordings.OrderBy(row => row.NextCheckAt)
            .Select(row => (DateTimeOffset?)row.NextCheckAt)
            .FirstOrDefaultAsync(ct);
    }

    public async Task RunDueAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            RunningSince = clock.GetUtcNow();
            while (await ClaimAsync(ct) is { Count: > 0 } claimed)
            {
                foreach (var id in claimed)
                    await ReconcileAsync(id, ct);
            }
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    /// <summary>Frees what a process that is no more had claimed; only where this one is alone with its database.</summary>
    public async Task ReleaseLeftLeasesAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var registry = scope.ServiceProvider.GetRequiredService<RegistryContext>();
        await registry
            .Recordings.Where(row => row.LeaseUntil != null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null), ct);
    }

    private async Task<List<Guid>> ClaimAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var registry = scope.ServiceProvider.GetRequiredService<RegistryContext>();
        var now = clock.GetUtcNow();
        var due = await registry
            .Recordings.Where(row => row.NextCheckAt <= now && (row.LeaseUntil == null || row.LeaseUntil < now))
            .OrderBy(row => row.NextCheckAt)
            .Take(Portion)
            .Select(row => row.Id)
            .ToListAsync(ct);
        var until = now + Lease;
        var claimed = new List<Guid>(due.Count);
        foreach (var id in due)
        {
            var won = await registry
                .Recordings.Where(row => row.Id == id && row.NextCheckAt <= now && (row.LeaseUntil == null || row.LeaseUntil < now))
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(row => row.LeaseOwner, owner)
                            .SetProperty(row => row.LeaseUntil, until)
                            .SetProperty(row => row.Fence, row => row.Fence + 1),
                    ct
                );
            if (won == 1)
                claimed.Add(id);
        }
        return claimed;
    }

    private async Task ReconcileAsync(Guid id, CancellationToken ct)
    {
        try
        {
            for (var steps = 0; steps < MostStepsAtOnce; steps++)
            {
                if (!await AdvanceAsync(id, ct))
                    return;
            }
            throw new InvalidOperationException("A step stays due after it was done.");
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else has claimed it since: what we meant to record is theirs to find out.
            LogClaimLost(id);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogStepFailed(id, fault.GetType().Name, fault);
            await PutOffAsync(id, fault, ct);
        }
    }

    /// <summary>Carries out one step; false when nothing more is due now.</summary>
    private async Task<bool> AdvanceAsync(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var registry = services.GetRequiredService<RegistryContext>();
        if (await services.GetRequiredService<CaseReader>().ReadAsync(id, ct) is not { } @case || @case.Recording.LeaseOwner != owner)
            return false;

        var recording = @case.Recording;
        var now = clock.GetUtcNow();
        var due = NextStep.For(@case.Facts, services.GetRequiredService<ActivePack>().Pack, now);
        (recording.EndsAt, recording.EndReason) = (@case.Ending.At, @case.Ending.Reason);
        (recording.NextStep, recording.NextStepAt, recording.NextStepReason) = (
            // What waits is still what comes next.
            due.Reason is DueReason.PublicationWaits
                ? Step.Publish
                : due.Step,
            due.At == DateTimeOffset.MaxValue ? null : due.At,
            due.Reason
        );
        recording.LeaseUntil = now + Lease;
        var moves = @case.Course?.Moves ?? 0;
        if (recording.CourseMoves != moves)
            await WakeSourceAsync(services, recording, ct);
        recording.CourseMoves = moves;

        if (due.Step is Step.NothingUntil)
        {
            // A publication that failed, and is neither due any more nor waited for, is over too.
            if (recording.PublicationWait is not PublicationWait.Fault || !(now < recording.PublicationWaitsUntil))
            {
                recording.Attempts = 0;
                await services.GetRequiredService<Registrar>().CloseTaskAsync(TaskKind.StepFails, @case.Subject, "done", "bot", ct);
            }
            await WaitingTasks.KeepAsync(services.GetRequiredService<Registrar>(), @case, due, ct);
            await registry.SaveChangesAsync(ct);
            await ReleaseAsync(registry, recording, due.At, ct);
            return false;
        }

        var intent = Intend(@case, due, now);
        registry.Intents.Add(intent);
        await registry.SaveChangesAsync(ct);

        var before = Describe(recording);
        var step = services.GetServices<IStep>().Single(candidate => candidate.Step == due.Step);
        var result = await step.ActAsync(@case, due, ct);

        intent.EndedAt = clock.GetUtcNow();
        intent.Outcome = result switch
        {
            StepResult.Acted => "done",
            StepResult.Stale => "reconsidered",
            _ => "waits",
        };
        var publishes = due.Step is Step.Publish or Step.Unpublish;
        if (publishes && result is StepResult.Acted)
            (recording.PublicationWait, recording.PublicationWaitsUntil) = (null, null);
        if (publishes && result is StepResult.Waits later)
            (recording.PublicationWait, recording.PublicationWaitsUntil) = (
                due.Step is Step.Publish ? PublicationWait.Upload : PublicationWait.Fault,
                later.Moment
            );
        if (result is StepResult.Acted)
        {
            recording.Attempts = 0;
            services
                .GetRequiredService<Registrar>()
                .Audit("bot", "step." + WireName.Of(due.Step), @case.Subject, before, Describe(recording), WireName.Of(due.Reason));
        }
        // The fence is the row's concurrency token: written with every record, so that a lost claim can't be recorded.
        registry.Entry(recording).Property(row => row.LeaseUntil).IsModified = true;
        await registry.SaveChangesAsync(ct);
        if (result is StepResult.Acted)
            await WakeSourceAsync(services, recording, ct);
        if (result is not StepResult.Waits waits)
            return true;
        if (publishes)
        {
            await EndWaitIfWokenAsync(registry, recording, ct);
            return true;
        }
        await ReleaseAsync(registry, recording, waits.Moment, ct);
        return false;
    }

    /// <summary>What is on disk stays until the last of the courses: their recording looks again when one of them has moved on.</summary>
    private static Task WakeSourceAsync(IServiceProvider services, RecordingRow recording, CancellationToken ct) =>
        recording.SourceId is { } source
            ? services.GetRequiredService<Registrar>().WakeAsync(row => row.Id == source && row.State != RecordingState.Deleted, ct)
            : Task.CompletedTask;

    /// <summary>What the wait is for may have come while it was being written down.</summary>
    private static async Task EndWaitIfWokenAsync(RegistryContext registry, RecordingRow recording, CancellationToken ct)
    {
        var (id, wakes) = (recording.Id, recording.Wakes);
        await registry
            .Recordings.Where(row => row.Id == id && row.Wakes != wakes)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.PublicationWaitsUntil, (DateTimeOffset?)null), ct);
    }

    private static IntentRow Intend(RecordingCase @case, DueStep due, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            RecordingId = @case.Recording.Id,
            Step = WireName.Of(due.Step),
            CopyId = due.Copy,
            Reason = WireName.Of(due.Reason),
            Fence = @case.Recording.Fence,
            At = now,
        };

    /// <summary>Lets go of the claim. Whoever asked for a look meanwhile gets it at once.</summary>
    private async Task ReleaseAsync(RegistryContext registry, RecordingRow recording, DateTimeOffset next, CancellationToken ct)
    {
        var (id, wakes, fence, now) = (recording.Id, recording.Wakes, recording.Fence, clock.GetUtcNow());
        await registry
            .Recordings.Where(row => row.Id == id && row.Fence == fence)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.NextCheckAt, row => row.Wakes == wakes ? next : now)
                        .SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null),
                ct
            );
    }

    /// <summary>Notes a failed attempt where people see it, and tries again soon: without end, with growing pauses.</summary>
    private async Task PutOffAsync(Guid id, Exception fault, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var registry = scope.ServiceProvider.GetRequiredService<RegistryContext>();
        var recording = await registry.Recordings.FirstOrDefaultAsync(row => row.Id == id && row.LeaseOwner == owner, ct);
        if (recording is null)
            return;
        recording.Attempts++;
        var registrar = scope.ServiceProvider.GetRequiredService<Registrar>();
        await registrar.OpenTaskAsync(
            TaskKind.StepFails,
            Subject.Recording(id),
            Role.Operator,
            recording.RecorderId,
            "",
            ct,
            recording.Topic,
            WireName.Of(recording.NextStep),
            FaultName.Of(fault)
        );
        var now = clock.GetUtcNow();
        var again = now + TimeSpan.FromSeconds(Math.Min(LongestBackOff.TotalSeconds, 5 * Math.Pow(2, Math.Min(recording.Attempts - 1, 4))));
        var publishes = recording.NextStep is Step.Publish or Step.Unpublish;
        if (publishes)
            (recording.PublicationWait, recording.PublicationWaitsUntil) = (PublicationWait.Fault, again);
        await registry.SaveChangesAsync(ct);
        // What else is due doesn't wait for a publication.
        await ReleaseAsync(registry, recording, publishes ? now : again, ct);
    }

    /// <summary>A recording's state in a few words, for the audit: no names, no topics.</summary>
    private static string Describe(RecordingRow recording) =>
        string.Join(
            ' ',
            new[]
            {
                WireName.Of(recording.State),
                recording.Visible ? "visible" : null,
                recording.LockAt is { } fuse ? $"lock-at={fuse:O}" : null,
                recording.OrderedFor is { } ordered ? $"ordered-for={ordered:O}" : null,
            }.Where(word => word is not null)
        );

    [LoggerMessage(LogLevel.Information, "expiry: recording {Recording} was claimed by another")]
    private partial void LogClaimLost(Guid recording);

    [LoggerMessage(LogLevel.Warning, "expiry: a step of recording {Recording} failed with {Fault}; it is tried again")]
    private partial void LogStepFailed(Guid recording, string fault, Exception exception);
}
