using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using RecordingBot.Deletion;
using RecordingBot.Expiry;
using RecordingBot.Recordings;
using RecordingBot.Registry;

namespace RecordingBot.Hosting;

/// <summary>
/// What an operator watches (docs/operations.md). What has happened is counted in this instance, as it is saved; how things stand is read from the
/// registry when somebody asks. Numbers only: no name, no id.
/// </summary>
public sealed class Measures : SaveChangesInterceptor
{
    /// <summary>The meter's name.</summary>
    public const string Name = "RecordingBot";

    private readonly Counter<long> warnings;
    private readonly Counter<long> removals;
    private readonly Counter<long> failures;
    private readonly Counter<long> refusals;
    private readonly AsyncLocal<(int Warnings, int Removals, int Failures)> saving = new();

    public Measures(IMeterFactory meters, Standing standing, LastRuns runs)
    {
        var meter = meters.Create(Name);
        warnings = meter.CreateCounter<long>("recordingbot.warnings.accepted", description: "Warnings that a channel has taken.");
        removals = meter.CreateCounter<long>("recordingbot.removals", description: "Copies removed and receipted.");
        failures = meter.CreateCounter<long>("recordingbot.step.failures", description: "Steps that failed; each is tried again.");
        refusals = meter.CreateCounter<long>("recordingbot.security.refusals", description: "Requests refused for want of authority.");
        Watch("recordingbot.recordings.due", figures => figures.Due, "Recordings to look at now.");
        Watch("recordingbot.recordings.overdue", figures => figures.Overdue, "Those of them that have waited for more than five minutes.");
        Watch("recordingbot.tasks.open", figures => figures.Tasks, "Tasks that wait for a person.");
        Watch("recordingbot.tasks.oldest.age", figures => figures.OldestTask, "How long the oldest has waited.", "s");
        Watch("recordingbot.guard.tripped", figures => figures.Guards, "Guards that have stopped removal; two persons release one.");
        meter.CreateObservableGauge(
            "recordingbot.reconciler.age",
            () => runs.Of<Reconciler>().Ago.TotalSeconds,
            "s",
            "How long ago this instance last looked for what is due."
        );

        // What can't be read is left out, and the rest is told.
        void Watch<T>(string name, Func<Standing.Figures, T> figure, string description, string? unit = null)
            where T : struct =>
            meter.CreateObservableGauge(
                name,
                () => standing.Now is { } now ? [new Measurement<T>(figure(now))] : Array.Empty<Measurement<T>>(),
                unit,
                description
            );
    }

    /// <summary>A request was refused for want of authority.</summary>
    public void CountRefusal() => refusals.Add(1);

    /// <inheritdoc />
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Note(eventData.Context!);
        return result;
    }

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Note(eventData.Context!);
        return new(result);
    }

    /// <inheritdoc />
    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        Count();
        return result;
    }

    /// <inheritdoc />
    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        Count();
        return new(result);
    }

    private void Note(DbContext context) =>
        saving.Value = (
            context
                .ChangeTracker.Entries<WarningRow>()
                .Count(row =>
                    row.Entity.AcceptedAt is not null && (row.State is EntityState.Added || IsNew(row.Property(one => one.AcceptedAt)))
                ),
            context.ChangeTracker.Entries<ReceiptRow>().Count(row => row.State is EntityState.Added),
            context
                .ChangeTracker.Entries<RecordingRow>()
                .Count(row => row.State is EntityState.Modified && row.Entity.Attempts > row.Property(one => one.Attempts).OriginalValue)
        );

    private static bool IsNew(Microsoft.EntityFrameworkCore.ChangeTracking.PropertyEntry<WarningRow, DateTimeOffset?> accepted) =>
        accepted.IsModified && accepted.OriginalValue is null;

    private void Count()
    {
        warnings.Add(saving.Value.Warnings);
        removals.Add(saving.Value.Removals);
        failures.Add(saving.Value.Failures);
    }
}
