using Microsoft.EntityFrameworkCore;
using RecordingBot.Channels;
using RecordingBot.Hosting;
using RecordingBot.Meetings;
using RecordingBot.Packs;
using RecordingBot.Registry;
using RecordingPolicy.Packs;

namespace RecordingBot.Rights;

/// <summary>Ends what belongs to no single recording: access log, conversations, unfinished interviews, sessions, inbox rows, tasks that are done, the log's other values, people who left.</summary>
public sealed class LogEnding(RegistryContext registry, Registrar registrar, ActivePack active)
{
    private const string Rule = "retention.own-records";

    /// <summary>What stands where the account of somebody stood who has left.</summary>
    private const string Left = "left:";

    private PolicyPack Pack => active.Pack;

    /// <summary>Tasks of no recording and no meeting that are done, and still tell of people.</summary>
    public static IQueryable<TaskRow> Tasks(RegistryContext registry) =>
        registry
            .Tasks.Where(row => row.ClosedAt != null && row.RecordingId == null && row.MeetingId == null)
            .Where(row => row.Arguments != "[]" || row.PersonId != null || row.AnsweredBy != null);

    /// <summary>Incidents of no recording and no meeting that are closed, and still tell of people.</summary>
    public static IQueryable<IncidentRow> Incidents(RegistryContext registry) =>
        registry
            .Incidents.Where(row => row.ClosedAt != null && row.RecordingId == null && row.MeetingId == null)
            .Where(row => row.OwnerId != null || row.HostId != null || row.ClosedBy != null || row.Said != null);

    /// <summary>Ends everything whose time is over.</summary>
    public async Task EndAsync(DateTimeOffset now, CancellationToken ct)
    {
        var (own, log) = (Pack.BeforeCalendar(now, Pack.Keep.OwnRecords), Pack.BeforeCalendar(now, Pack.Keep.Log));
        var (looked, asked) = (Pack.BeforeCalendar(now, Pack.LogFollowUp.KeptFor), Pack.BeforeCalendar(now, Pack.Keep.MissingAnswer));
        var over = now - SessionBook.Absolute;
        var accesses = await registry.Accesses.Where(row => row.At < looked).ExecuteDeleteAsync(ct);
        await registry.Interviews.Where(row => row.ChangedAt <= asked).ExecuteDeleteAsync(ct);
        await registry.Sessions.Where(row => row.CreatedAt < over).ExecuteDeleteAsync(ct);
        await registry.Inbox.Where(row => row.ProcessedAt < own).ExecuteDeleteAsync(ct);
        var unknown = now - ZoomInbox.UnknownKept;
        await registry
            .Inbox.Where(row => row.Body != null && row.ProcessedAt <= unknown)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Body, (byte[]?)null), ct);
        await RecordEnding.EndTasksAsync(Tasks(registry).Where(row => row.ClosedAt < own), ct);
        await Incidents(registry).Where(row => row.ClosedAt < own).ExecuteUpdateAsync(RecordEnding.EndIncident, ct);
        var said = await EndConversationsAsync(own, ct);
        var values = await registry
            .AuditValues.Where(value =>
                registry.Audit.Any(entry =>
                    entry.Sequence == value.Sequence
                    && entry.At < log
                    && !entry.Subject.StartsWith(Subject.RecordingType + ":")
                    && !entry.Subject.StartsWith(Subject.MeetingType + ":")
                )
            )
            .ExecuteDeleteAsync(ct);
        if (accesses + said + values > 0)
            registrar.Audit("bot", "log.erased", "log:own", before: $"accesses {accesses}, messages {said}, values {values}", reason: Rule);
        await registry.SaveChangesAsync(ct);
        foreach (var person in await LeaversAsync(own, ct))
            await EndPersonAsync(person, ct);
    }

    /// <summary>A conversation is kept as far as it can be about a recording of that person's that is there, or was until lately.</summary>
    private async Task<int> EndConversationsAsync(DateTimeOffset before, CancellationToken ct)
    {
        var ended = 0;
        foreach (var conversation in await registry.Conversations.AsNoTracking().ToListAsync(ct))
        {
            var person = DirectLineUsers.PersonOf(conversation.UserId);
            var first = await registry
                .Recordings.Where(row => row.RecorderId == person && (row.DeletedAt == null || row.DeletedAt > before))
                .MinAsync(row => (DateTimeOffset?)row.CreatedAt, ct);
            // What was said about a recording was said from its interview on, which may have been left and resumed.
            var from = first is { } made ? Pack.BeforeCalendar(made, Pack.Keep.MissingAnswer) : before;
            var until = from < before ? from : before;
            ended += await registry
                .ConversationActivities.Where(row => row.ConversationId == conversation.Id && row.At < until)
                .ExecuteDeleteAsync(ct);
        }
        return ended;
    }

    /// <summary>Who has left so long ago, and stands in no record any more.</summary>
    private Task<List<Guid>> LeaversAsync(DateTimeOffset before, CancellationToken ct) =>
        registry
            .People.Where(row =>
                row.LeftAt < before
                && !row.Account.StartsWith(Left)
                && !registry.Recordings.Any(recording => recording.RecorderId == row.Id)
                && !registry.Meetings.Any(meeting => meeting.HostPersonId == row.Id)
            )
            .Select(row => row.Id)
            .ToListAsync(ct);

    private async Task EndPersonAsync(Guid id, CancellationToken ct)
    {
        await using var transaction = await registry.Database.BeginTransactionAsync(ct);
        var (account, user) = (Left + id, DirectLineUsers.IdOf(id));
        await registry
            .People.Where(row => row.Id == id)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.Account, account)
                        .SetProperty(row => row.DisplayName, (string?)null)
                        .SetProperty(row => row.Language, (string?)null),
                ct
            );
        await registry.PersonLinks.Where(row => row.PersonId == id).ExecuteDeleteAsync(ct);
        var conversations = registry.Conversations.Where(row => row.UserId == user).Select(row => row.Id);
        await registry.ConversationActivities.Where(row => conversations.Contains(row.ConversationId)).ExecuteDeleteAsync(ct);
        await registry.TeamChats.Where(row => conversations.Contains(row.ConversationId)).ExecuteDeleteAsync(ct);
        await registry.Conversations.Where(row => row.UserId == user).ExecuteDeleteAsync(ct);
        registrar.Audit("bot", "person.erased", "log:people", reason: Rule);
        await registry.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
