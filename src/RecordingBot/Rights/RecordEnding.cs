using Microsoft.EntityFrameworkCore;
using RecordingBot.Meetings;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Rights;

/// <summary>
/// Ends what the product has of people around one recording, or one meeting, that is long over: who recorded, who was there, who was warned, names of
/// files, what was said to whom. The rows stay without them, with the receipts and the log, whose commitments lose what they stand for. An open task
/// puts it off.
/// </summary>
public sealed class RecordEnding(RegistryContext registry, Registrar registrar, CoverageReader coverage, TimeProvider clock)
{
    private const string Rule = "retention.own-records";

    /// <summary>What stands where a title stood.</summary>
    private const string Nothing = "–";

    /// <summary>Recordings that are gone and whose records aren't.</summary>
    public static IQueryable<RecordingRow> Recordings(RegistryContext registry) =>
        registry.Recordings.Where(row =>
            row.DeletedAt != null
            && row.RecordsEndedAt == null
            && !registry.Tasks.Any(task => task.RecordingId == row.Id && task.ClosedAt == null)
        );

    /// <summary>Meetings that leave nothing behind: never recorded, or with recordings whose records have ended.</summary>
    public static IQueryable<MeetingRow> Meetings(RegistryContext registry) =>
        registry.Meetings.Where(row =>
            row.RecordsEndedAt == null
            && !registry.Tasks.Any(task => task.MeetingId == row.Id && task.ClosedAt == null)
            && !registry.Recordings.Any(recording =>
                recording.MeetingId == row.Id
                && recording.RecordsEndedAt == null
                && (
                    recording.State != RecordingState.Expected
                    || recording.Parts.Count > 0
                    || registry.Tasks.Any(task =>
                        task.RecordingId == recording.Id && task.ClosedAt == null && task.Kind != TaskKind.MissingFile
                    )
                )
            )
        );

    /// <summary>Ends the records of one that was over before a moment.</summary>
    /// <returns>False where there is none.</returns>
    public async Task<bool> EndNextAsync(DateTimeOffset before, CancellationToken ct)
    {
        var recording = await Recordings(registry)
            .Where(row => row.DeletedAt <= before)
            .OrderBy(row => row.DeletedAt)
            .Select(row => (Guid?)row.Id)
            .FirstOrDefaultAsync(ct);
        var meeting = recording is not null
            ? null
            : await Meetings(registry)
                .Where(row => row.EndsAt <= before)
                .OrderBy(row => row.EndsAt)
                .Select(row => (Guid?)row.Id)
                .FirstOrDefaultAsync(ct);
        if (recording is null && meeting is null)
            return false;
        await using var transaction = await registry.Database.BeginTransactionAsync(ct);
        if (recording is { } gone)
            await EndRecordingAsync(gone, ct);
        if (meeting is { } over)
            await EndMeetingAsync(over, ct);
        await registry.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private async Task EndRecordingAsync(Guid id, CancellationToken ct)
    {
        var (now, subject) = (clock.GetUtcNow(), Subject.Recording(id));
        await registry
            .Recordings.Where(row => row.Id == id)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.RecordsEndedAt, now)
                        .SetProperty(row => row.Topic, Nothing)
                        .SetProperty(row => row.RecorderId, (Guid?)null)
                        .SetProperty(row => row.HeldBy, (Guid?)null)
                        .SetProperty(row => row.HoldReason, (string?)null)
                        .SetProperty(row => row.ExtensionReason, (string?)null)
                        .SetProperty(row => row.DeletionAskedBy, (Guid?)null)
                        .SetProperty(row => row.DeviceId, (string?)null)
                        .SetProperty(row => row.RootId, (string?)null)
                        .SetProperty(row => row.Folder, (string?)null)
                        .SetProperty(row => row.CloudUuid, (string?)null),
                ct
            );
        // A file's name tells of the meeting, and a moved copy's place of its owner; their ids don't.
        foreach (
            var part in await registry.Parts.AsNoTracking().Include(row => row.Copies).Where(row => row.RecordingId == id).ToListAsync(ct)
        )
        {
            var name = part.Id.ToString();
            await registry.Parts.Where(row => row.Id == part.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Name, name), ct);
            foreach (var copy in part.Copies.ConvertAll(copy => copy.Id))
            {
                var locator = copy.ToString();
                await registry
                    .Copies.Where(row => row.Id == copy)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.Locator, locator), ct);
            }
        }
        await registry
            .Warnings.Where(row => row.RecordingId == id)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.PersonId, (Guid?)null).SetProperty(row => row.CanvasUserId, (string?)null),
                ct
            );
        // A message told of several: it ends with the last of them.
        await registry
            .Digests.Where(digest =>
                registry.Warnings.Any(row => row.DigestId == digest.Id && row.RecordingId == id)
                && !registry.Warnings.Any(row => row.DigestId == digest.Id && (row.PersonId != null || row.CanvasUserId != null))
            )
            .ExecuteDeleteAsync(ct);
        await registry.AgentOrders.Where(row => row.RecordingId == id).ExecuteDeleteAsync(ct);
        registry.Colleagues.RemoveRange(await registry.Colleagues.Where(row => row.RecordingId == id).ToListAsync(ct));
        await EndTasksAsync(registry.Tasks.Where(row => row.RecordingId == id), ct);
        await registry.Incidents.Where(row => row.RecordingId == id).ExecuteUpdateAsync(EndIncident, ct);
        await EraseAsync(subject, ct);
        registrar.Audit("bot", "recording.records-ended", subject, reason: Rule);
    }

    private async Task EndMeetingAsync(Guid id, CancellationToken ct)
    {
        var (now, subject) = (clock.GetUtcNow(), Subject.Meeting(id));
        // Who was there goes; whom the notice reached, in figures, stays.
        var figures = await coverage.FiguresAsync(await registry.Meetings.AsNoTracking().SingleAsync(row => row.Id == id, ct), ct);
        await registry
            .Meetings.Where(row => row.Id == id)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.RecordsEndedAt, now)
                        .SetProperty(row => row.Topic, Nothing)
                        .SetProperty(row => row.HostId, (string?)null)
                        .SetProperty(row => row.HostPersonId, (Guid?)null)
                        .SetProperty(row => row.ChatChannelId, (string?)null)
                        .SetProperty(row => row.Coverage, figures),
                ct
            );
        await registry.Attendance.Where(row => row.MeetingId == id).ExecuteDeleteAsync(ct);
        await registry.AttendanceBonds.Where(row => row.MeetingId == id).ExecuteDeleteAsync(ct);
        await registry
            .NoticePosts.Where(row => row.MeetingId == id)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.ByPersonId, (Guid?)null).SetProperty(row => row.MessageId, (string?)null),
                ct
            );
        var consents = await registry.Consents.Where(row => row.MeetingId == id).ExecuteDeleteAsync(ct);
        // Recordings that were expected, and never came.
        var expected = registry.Recordings.Where(row => row.MeetingId == id && row.RecordsEndedAt == null).Select(row => row.Id);
        foreach (var one in await expected.ToListAsync(ct))
        {
            await registrar.CloseTaskAsync(TaskKind.MissingFile, Subject.Recording(one), "done", "bot", ct);
            await registry.SaveChangesAsync(ct);
            await EndRecordingAsync(one, ct);
        }
        // The link of its notice leads nowhere from now on; what was told is proven by the hash that stays.
        foreach (var notice in await registry.Notices.Where(row => row.MeetingId == id).ToListAsync(ct))
            notice.RevokedAt ??= now;
        await registry.SaveChangesAsync(ct);
        await registry
            .Notices.Where(row => row.MeetingId == id)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Content, "{}").SetProperty(row => row.Text, "").SetProperty(row => row.Message, ""),
                ct
            );
        await EndTasksAsync(registry.Tasks.Where(row => row.MeetingId == id), ct);
        await registry.Incidents.Where(row => row.MeetingId == id).ExecuteUpdateAsync(EndIncident, ct);
        await EraseAsync(subject, ct);
        registrar.Audit("bot", "meeting.records-ended", subject, before: consents > 0 ? $"consents {consents}" : null, reason: Rule);
    }

    /// <summary>What incidents tell of people ends; that there was one, and what was done, stays.</summary>
    public static void EndIncident(Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<IncidentRow> set) =>
        set.SetProperty(row => row.OwnerId, (Guid?)null)
            .SetProperty(row => row.HostId, (string?)null)
            .SetProperty(row => row.ClosedBy, (Guid?)null)
            .SetProperty(row => row.Said, (string?)null);

    /// <summary>What tasks tell of people ends; that there was one, and its answer, stays.</summary>
    public static Task<int> EndTasksAsync(IQueryable<TaskRow> tasks, CancellationToken ct) =>
        tasks.ExecuteUpdateAsync(
            set =>
                set.SetProperty(row => row.Arguments, "[]")
                    .SetProperty(row => row.PersonId, (Guid?)null)
                    .SetProperty(row => row.AnsweredBy, (Guid?)null),
            ct
        );

    /// <summary>What the log's commitments about it stand for: the chain stays whole without.</summary>
    private Task<int> EraseAsync(string subject, CancellationToken ct) =>
        registry
            .AuditValues.Where(value =>
                registry.Audit.Where(entry => entry.Subject == subject).Select(entry => entry.Sequence).Contains(value.Sequence)
            )
            .ExecuteDeleteAsync(ct);
}
