using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using RecordingBot.Deletion;
using RecordingBot.Deletion.Guards;
using RecordingBot.LegalBases;
using RecordingBot.Meetings;
using RecordingBot.Notices;
using RecordingBot.Recordings;

namespace RecordingBot.Registry;

/// <summary>
/// What of the registry is state that people ask about later, and can be told without telling of anybody: the audit holds each change of it, as
/// <c>{"recording:ID":{"State":"Published"}}</c>, so that the log alone gives the present state (I7). Free texts, topics and persons aren't part of it.
/// </summary>
internal static class AuditedState
{
    /// <summary>Each kind of row, by its name in the log, with the columns that count.</summary>
    public static readonly IReadOnlyDictionary<Type, (string Name, string[] Columns)> Kinds = new Dictionary<Type, (string, string[])>
    {
        [typeof(RecordingRow)] = (
            Subject.RecordingType,
            [
                nameof(RecordingRow.State),
                nameof(RecordingRow.MeetingId),
                nameof(RecordingRow.DecisionId),
                nameof(RecordingRow.CourseId),
                nameof(RecordingRow.SourceId),
                nameof(RecordingRow.Unexplained),
                nameof(RecordingRow.InventoriedAt),
                nameof(RecordingRow.TakenInAt),
                nameof(RecordingRow.Restricted),
                nameof(RecordingRow.Limited),
                nameof(RecordingRow.PublicationWanted),
                nameof(RecordingRow.CanvasFileId),
                nameof(RecordingRow.LockAt),
                nameof(RecordingRow.Visible),
                nameof(RecordingRow.ExtendedUntil),
                nameof(RecordingRow.HoldReviewOn),
                nameof(RecordingRow.DeletionAskedAt),
                nameof(RecordingRow.HandOverAskedAt),
                nameof(RecordingRow.HandedOverAt),
                nameof(RecordingRow.OrderedFor),
                nameof(RecordingRow.DeletedAt),
            ]
        ),
        [typeof(PartRow)] = ("part", [nameof(PartRow.RecordingId), nameof(PartRow.Kind), nameof(PartRow.Size), nameof(PartRow.Sha256)]),
        [typeof(CopyRow)] = ("copy", [nameof(CopyRow.PartId), nameof(CopyRow.Place), nameof(CopyRow.State), nameof(CopyRow.Evidence)]),
        [typeof(MeetingRow)] = (
            Subject.MeetingType,
            [
                nameof(MeetingRow.DecisionId),
                nameof(MeetingRow.CourseId),
                nameof(MeetingRow.Right),
                nameof(MeetingRow.StartedAt),
                nameof(MeetingRow.EndedAt),
                nameof(MeetingRow.CancelledAt),
            ]
        ),
        [typeof(DecisionRow)] = ("decision", [nameof(DecisionRow.MeetingId), nameof(DecisionRow.Outcome), nameof(DecisionRow.Edition)]),
        [typeof(NoticeRow)] = (
            "notice",
            [nameof(NoticeRow.MeetingId), nameof(NoticeRow.Sha256), nameof(NoticeRow.PostedAt), nameof(NoticeRow.RevokedAt)]
        ),
        [typeof(NoticePostRow)] = (
            "post",
            [nameof(NoticePostRow.MeetingId), nameof(NoticePostRow.NoticeId), nameof(NoticePostRow.Channel), nameof(NoticePostRow.At)]
        ),
        [typeof(ConsentRow)] = (
            "consent",
            [
                nameof(ConsentRow.MeetingId),
                nameof(ConsentRow.NoticeSha256),
                nameof(ConsentRow.Kind),
                nameof(ConsentRow.Given),
                nameof(ConsentRow.ReplacedAt),
                nameof(ConsentRow.WithdrawnAt),
                nameof(ConsentRow.SettledAt),
            ]
        ),
        [typeof(TaskRow)] = (
            "task",
            [
                nameof(TaskRow.Kind),
                nameof(TaskRow.Role),
                nameof(TaskRow.RecordingId),
                nameof(TaskRow.MeetingId),
                nameof(TaskRow.ClosedAt),
                nameof(TaskRow.Answer),
            ]
        ),
        [typeof(IncidentRow)] = (
            "incident",
            [nameof(IncidentRow.Kind), nameof(IncidentRow.MeetingId), nameof(IncidentRow.RecordingId), nameof(IncidentRow.ClosedAt)]
        ),
        [typeof(ColleagueRow)] = (
            "colleague",
            [nameof(ColleagueRow.RecordingId), nameof(ColleagueRow.EndsAt), nameof(ColleagueRow.EndedAt)]
        ),
        [typeof(DeletionOrderRow)] = (
            "order",
            [nameof(DeletionOrderRow.RecordingId), nameof(DeletionOrderRow.EndsAt), nameof(DeletionOrderRow.Plan)]
        ),
        [typeof(GuardRow)] = ("guard", [nameof(GuardRow.Kind), nameof(GuardRow.TrippedAt), nameof(GuardRow.EndedAt)]),
        [typeof(ReceiptRow)] = (
            "receipt",
            [
                nameof(ReceiptRow.RecordingId),
                nameof(ReceiptRow.CopyId),
                nameof(ReceiptRow.Sha256),
                nameof(ReceiptRow.GoneAt),
                nameof(ReceiptRow.Evidence),
            ]
        ),
    };

    /// <summary>What is about to be saved, with what was changed by statements of their own; null where no state changes.</summary>
    /// <param name="entries">The tracked rows.</param>
    public static string? Changes(IEnumerable<EntityEntry> entries)
    {
        var changes = new SortedDictionary<string, SortedDictionary<string, string?>?>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (entry is { State: EntityState.Added, Entity: AuditRow { Noted: var noted } written })
            {
                foreach (var (column, value) in noted)
                    Of(changes, written.Subject)[column] = Text(value);
            }
            if (entry.State is EntityState.Unchanged or EntityState.Detached || !Kinds.TryGetValue(entry.Metadata.ClrType, out var kind))
                continue;
            var named = $"{kind.Name}:{entry.Property("Id").CurrentValue}";
            if (entry.State is EntityState.Deleted)
                changes[named] = null;
            foreach (var property in kind.Columns.Select(column => entry.Property(column)).Where(IsChanged))
                Of(changes, named)[property.Metadata.Name] = Text(property.CurrentValue);
        }
        return changes.Count == 0 ? null : JsonSerializer.Serialize(changes);
    }

    /// <summary>The first object that these changes are of.</summary>
    public static string FirstOf(string changes) => JsonElement.Parse(changes).EnumerateObject().First().Name;

    /// <summary>Everything that is such state, kind by kind.</summary>
    public static IEnumerable<IQueryable<object>> Rows(RegistryContext registry) =>
        [
            registry.Recordings,
            registry.Parts,
            registry.Copies,
            registry.Meetings,
            registry.Decisions,
            registry.Notices,
            registry.NoticePosts,
            registry.Consents,
            registry.Tasks,
            registry.Incidents,
            registry.Colleagues,
            registry.DeletionOrders,
            registry.Guards,
            registry.Receipts,
        ];

    /// <summary>A row as the log names it, with its columns that count.</summary>
    public static (string Named, IEnumerable<(string Column, string? Value)> Columns) Of(object row)
    {
        var (type, kind) = (row.GetType(), Kinds[row.GetType()]);
        return (
            $"{kind.Name}:{type.GetProperty("Id")!.GetValue(row)}",
            kind.Columns.Select(column => (column, Text(type.GetProperty(column)!.GetValue(row))))
        );
    }

    /// <summary>A column's value as the log holds it; null for null.</summary>
    public static string? Text(object? value) =>
        value switch
        {
            null => null,
            // As precise as the database is.
            DateTimeOffset at => new DateTime(at.UtcTicks / 10 * 10, DateTimeKind.Utc).ToString("O", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            bool yes => yes ? "true" : "false",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? value.ToString(),
        };

    private static SortedDictionary<string, string?> Of(SortedDictionary<string, SortedDictionary<string, string?>?> changes, string named)
    {
        if (!changes.TryGetValue(named, out var columns) || columns is null)
            changes[named] = columns = new(StringComparer.Ordinal);
        return columns;
    }

    private static bool IsChanged(PropertyEntry property) =>
        property.EntityEntry.State switch
        {
            EntityState.Added => property.CurrentValue is not null,
            EntityState.Modified => property.IsModified && Text(property.OriginalValue) != Text(property.CurrentValue),
            _ => false,
        };
}
