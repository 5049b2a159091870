using Microsoft.EntityFrameworkCore;
using RecordingBot.Hosting;
using RecordingBot.Packs;
using RecordingBot.Recordings;
using RecordingPolicy;
using RecordingPolicy.Expiry;

namespace RecordingBot.Registry;

/// <summary>
/// Finds the recordings that are due, claims each by lease and fencing number, carries out its next step and records that, until
/// nothing is due (design.md 3). Several are worked on at once; one that fails or is stuck holds up no other. Quartz only rings for it.
/// </summary>
public sealed partial class Reconciler(IServiceScopeFactory scopes, Claims claims, TimeProvider clock, ILogger<Reconciler> logger)
    : IDueWork,
        IDisposable
{
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromSeconds(30);

    /// <summary>No more than this many recordings are worked on at once.</summary>
    private const int MostAtOnce = 8;

    /// <summary>How soon it looks for what has fallen due while something is still being worked on; real time, whatever a campus's clock shows.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    /// <summary>A step that keeps being due after it was done is a fault of ours: it is put off rather than run hot.</summary>
    private const int MostStepsAtOnce = 60;

    private readonly SemaphoreSlim gate = new(1);

    /// <summary>When the run began that is under way; of the last one, between two.</summary>
    public DateTimeOffset RunningSince { get; private set; }

    /// <summary>Instances share it recording by recording.</summary>
    public bool TakesTurns => false;

    /// <summary>What another instance has claimed falls due for this one when that claim runs out.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var recordings = scope.ServiceProvider.GetRequiredService<RegistryContext>().Recordings;
        var now = clock.GetUtcNow();
        var free = await recordings
            .Where(row => row.LeaseUntil == null || row.LeaseUntil < now)
            .OrderBy(row => row.NextCheckAt)
            .Select(row => (DateTimeOffset?)row.NextCheckAt)
            .FirstOrDefaultAsync(ct);
        var claimed = await recordings.Where(row => row.LeaseUntil >= now).MinAsync(row => row.LeaseUntil, ct);
        return claimed < free || free is null ? claimed : free;
    }

    public async Task RunDueAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            RunningSince = clock.GetUtcNow();
            await ReconcileDueAsync(ct);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private async Task ReconcileDueAsync(CancellationToken ct)
    {
        List<Task> working = [];
        try
        {
            while (true)
            {
                if (working.Count < MostAtOnce)
                    working.AddRange(from claim in await claims.TakeAsync(MostAtOnce - working.Count, ct) select WorkAsync(claim, ct));
                if (working.Count == 0)
                    return;
                await Task.WhenAny([.. working, Task.Delay(LookAgain, TimeProvider.System, ct)]);
                await Task.WhenAll(working.FindAll(work => work.IsCompleted));
                working.RemoveAll(work => work.IsCompleted);
            }
        }
        finally
        {
            await Task.WhenAll(working);
        }
    }

    private async Task WorkAsync(RecordingClaim claim, CancellationToken ct)
    {
        // The database's calls may block, and more than one core can be at work.
        await Task.Yield();
        try
        {
            await ReconcileAsync(claim, ct);
        }
        catch
        {
            claims.Leave(claim);
            throw;
        }
    }

    private async Task ReconcileAsync(RecordingClaim claim, CancellationToken ct)
    {
        try
        {
            if (!await claims.WorkAsync(claim, alive => AdvanceToRestAsync(claim, alive), ct))
                LogClaimLost(claim.Id);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else has claimed it since: what we meant to record is theirs to find out.
            LogClaimLost(claim.Id);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogStepFailed(claim.Id, fault.GetType().Name, fault);
            await PutOffAsync(claim, fault, ct);
        }
    }

    private async Task AdvanceToRestAsync(RecordingClaim claim, CancellationToken ct)
    {
        for (var steps = 0; steps < MostStepsAtOnce; steps++)
        {
            if (!await AdvanceAsync(claim, ct))
                return;
        }
        throw new InvalidOperationException("A step stays due after it was done.");
    }

    /// <summary>Carries out one step; false when nothing more is due now.</summary>
    private async Task<bool> AdvanceAsync(RecordingClaim claim, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var registry = services.GetRequiredService<RegistryContext>();
        if (
            await services.GetRequiredService<CaseReader>().ReadAsync(claim.Id, ct) is not { } @case
            || !claims.IsOurs(@case.Recording, claim)
        )
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
        Fence(registry, recording);
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
            await WaitingTasks.KeepAsync(services.GetRequiredService<Registrar>(), @case, due, now, ct);
            await services.GetRequiredService<MissingFiles>().AskAsync(@case, due, ct);
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
        Fence(registry, recording);
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

    /// <summary>The fence is the row's concurrency token: written with every record, so that nothing can be recorded in a lost claim's name.</summary>
    private static void Fence(RegistryContext registry, RecordingRow recording) =>
        registry.Entry(recording).Property(row => row.Fence).IsModified = true;

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
    private async Task PutOffAsync(RecordingClaim claim, Exception fault, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var registry = scope.ServiceProvider.GetRequiredService<RegistryContext>();
        var recording = await registry.Recordings.FirstOrDefaultAsync(row => row.Id == claim.Id, ct);
        if (recording is null || !claims.IsOurs(recording, claim))
            return;
        recording.Attempts++;
        var registrar = scope.ServiceProvider.GetRequiredService<Registrar>();
        await registrar.OpenTaskAsync(
            TaskKind.StepFails,
            Subject.Recording(claim.Id),
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
