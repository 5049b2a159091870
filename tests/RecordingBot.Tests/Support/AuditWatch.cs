using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Deletion;
using RecordingBot.LegalBases;
using RecordingBot.Meetings;
using RecordingBot.Notices;
using RecordingBot.Recordings;
using RecordingBot.Registry;

namespace RecordingBot.Tests.Support;

/// <summary>Looks at everything that is saved: where a state changes, an audit entry must go with it. Makes a save fail when asked to.</summary>
internal sealed class AuditWatch : SaveChangesInterceptor
{
    private readonly ConcurrentBag<string> missing = [];
    private int changes;

    /// <summary>State changes that were saved without an entry.</summary>
    public IReadOnlyCollection<string> Missing => missing;

    /// <summary>How many state changes were seen.</summary>
    public int Changes => changes;

    /// <summary>Saves that write an entry of this action fail; null for none.</summary>
    public string? FailsAt { get; set; }

    /// <summary>Watches a host's registry.</summary>
    public void Into(IServiceCollection services) => services.ConfigureDbContext<RegistryContext>(options => options.AddInterceptors(this));

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        var entries = eventData.Context!.ChangeTracker.Entries().ToList();
        var written = entries
            .Where(entry => entry.State is EntityState.Added)
            .Select(entry => entry.Entity)
            .OfType<AuditRow>()
            .Where(row => row.Action != AuditChain.Unnamed)
            .ToList();
        foreach (var change in entries.Select(ChangeOf).OfType<string>())
        {
            Interlocked.Increment(ref changes);
            if (written.Count == 0)
                missing.Add(change);
        }
        if (FailsAt is { } action && written.Exists(row => row.Action == action))
            throw new DbUpdateException("The disk is full.");
        return base.SavingChangesAsync(eventData, result, cancellationToken);
    }

    /// <summary>A change of a state that people ask about later; null for any other.</summary>
    private static string? ChangeOf(EntityEntry entry) =>
        entry switch
        {
            {
                State: EntityState.Added,
                Entity: MeetingRow or RecordingRow or TaskRow or IncidentRow or NoticeRow or NoticePostRow or DecisionRow or ConsentRow
            } => Name(entry, "new"),
            { State: EntityState.Added, Entity: DeletionOrderRow or ReceiptRow } => Name(entry, "new"),
            { State: EntityState.Modified, Entity: RecordingRow } => Changed(
                entry,
                nameof(RecordingRow.State),
                nameof(RecordingRow.Visible),
                nameof(RecordingRow.LockAt),
                nameof(RecordingRow.HeldBy),
                nameof(RecordingRow.OrderedFor),
                nameof(RecordingRow.DeletionAskedAt),
                nameof(RecordingRow.PublicationWanted),
                nameof(RecordingRow.ExtendedUntil),
                nameof(RecordingRow.DecisionId),
                nameof(RecordingRow.Unexplained),
                nameof(RecordingRow.Restricted)
            ),
            { State: EntityState.Modified, Entity: MeetingRow } => Changed(
                entry,
                nameof(MeetingRow.Right),
                nameof(MeetingRow.StartedAt),
                nameof(MeetingRow.EndedAt),
                nameof(MeetingRow.CancelledAt),
                nameof(MeetingRow.DecisionId)
            ),
            { State: EntityState.Modified, Entity: TaskRow } => Changed(entry, nameof(TaskRow.ClosedAt)),
            { State: EntityState.Modified, Entity: IncidentRow } => Changed(entry, nameof(IncidentRow.ClosedAt)),
            { State: EntityState.Modified, Entity: CopyRow } => Changed(entry, nameof(CopyRow.State)),
            _ => null,
        };

    private static string? Changed(EntityEntry entry, params string[] names) =>
        Array.Find(names, name => !Equals(entry.Property(name).OriginalValue, entry.Property(name).CurrentValue)) is { } changed
            ? Name(entry, changed)
            : null;

    private static string Name(EntityEntry entry, string what) => $"{entry.Metadata.ClrType.Name}.{what}";
}
