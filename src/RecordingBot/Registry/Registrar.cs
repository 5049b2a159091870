using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Hosting;
using RecordingBot.Recordings;

namespace RecordingBot.Registry;

/// <summary>
/// The small acts that every step shares, on the caller's unit of work: an audit entry beside a change, a task opened or closed,
/// a recording woken. Nothing is saved here; the caller saves once, so that a change and its entry are one transaction (I7).
/// </summary>
public sealed class Registrar(RegistryContext registry, TimeProvider clock, Doorbell doorbell, AuditOrigin origin)
{
    /// <summary>Writes down a state change. What could be personal enters as a commitment: persons, computers, accounts, what somebody typed.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="action">What.</param>
    /// <param name="subject">On what.</param>
    /// <param name="before">How it was; null where that says nothing.</param>
    /// <param name="after">How it is; null as above.</param>
    /// <param name="reason">Why, in the product's own codes.</param>
    /// <param name="said">Why, in somebody's words; it stands where the reason would.</param>
    /// <returns>The entry, for what a statement of its own changes (<see cref="AuditRow.With"/>).</returns>
    public AuditRow Audit(
        string actor,
        string action,
        string subject,
        string? before = null,
        string? after = null,
        string? reason = null,
        string? said = null
    )
    {
        if (said is null && reason is not null && !Commitment.IsCode(reason))
            (reason, said) = (null, reason);
        List<Commitment> commitments = [];
        var entry = new AuditRow
        {
            At = clock.GetUtcNow(),
            Actor = Committed(commitments, AuditField.Actor, actor)!,
            Action = action,
            Subject = Committed(commitments, AuditField.Subject, subject)!,
            Before = Committed(commitments, AuditField.Before, before),
            After = Committed(commitments, AuditField.After, after),
            Reason = said is null ? reason : Commit(commitments, AuditField.Reason, $"{Commitment.Said}:{said}"),
            Edition = origin.Edition,
            RequestId = origin.RequestId,
        };
        entry.Sealed.AddRange(commitments);
        registry.Audit.Add(entry);
        return entry;
    }

    /// <summary>Opens a task, or counts another attempt on the one that is open for this kind and subject.</summary>
    public async Task<TaskRow> OpenTaskAsync(
        string kind,
        string subject,
        string role,
        Guid? person,
        string answers,
        CancellationToken ct,
        params string[] arguments
    )
    {
        var open =
            registry.Tasks.Local.FirstOrDefault(task => task.Kind == kind && task.Subject == subject && task.ClosedAt == null)
            ?? await registry.Tasks.FirstOrDefaultAsync(task => task.Kind == kind && task.Subject == subject && task.ClosedAt == null, ct);
        if (open is not null)
        {
            open.Attempts++;
            open.Arguments = JsonSerializer.Serialize(arguments);
            return open;
        }

        var (type, id) = Subject.Parse(subject);
        open = new()
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Kind = kind,
            Subject = subject,
            RecordingId = type == Subject.RecordingType ? id : null,
            MeetingId = type == Subject.MeetingType ? id : null,
            PersonId = person,
            Role = role,
            Answers = answers,
            Arguments = JsonSerializer.Serialize(arguments),
            Since = clock.GetUtcNow(),
        };
        registry.Tasks.Add(open);
        Audit("bot", "task.opened", subject, after: kind);
        return open;
    }

    /// <summary>Closes the open task of this kind and subject, if there is one.</summary>
    public Task CloseTaskAsync(string kind, string subject, string answer, string actor, CancellationToken ct) =>
        CloseTasksAsync([kind], subject, answer, actor, ct);

    /// <summary>Closes whatever task of these kinds and this subject is open: one question to the database, since mostly none is.</summary>
    public async Task CloseTasksAsync(string[] kinds, string subject, string answer, string actor, CancellationToken ct)
    {
        var open = await registry
            .Tasks.Where(task => kinds.Contains(task.Kind) && task.Subject == subject && task.ClosedAt == null)
            .ToListAsync(ct);
        foreach (var task in open.OrderBy(task => Array.IndexOf(kinds, task.Kind)))
        {
            task.ClosedAt = clock.GetUtcNow();
            task.Answer = answer;
            Audit(actor, "task.closed", subject, before: task.Kind, after: answer);
        }
    }

    /// <summary>
    /// Asks for a fresh look at these recordings: call it when what changed has been saved. It is a statement of its own, and survives a look
    /// that is under way.
    /// </summary>
    public async Task WakeAsync(Expression<Func<RecordingRow, bool>> which, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var woken = await registry
            .Recordings.Where(which)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.NextCheckAt, now).SetProperty(row => row.Wakes, row => row.Wakes + 1),
                ct
            );
        if (woken > 0)
            await doorbell.RingAsync<Reconciler>(ct);
    }

    private static string Commit(List<Commitment> commitments, AuditField field, string value)
    {
        var commitment = Commitment.To(field, value);
        commitments.Add(commitment);
        return commitment.Text;
    }

    /// <summary>Who or what is named first in a field is committed where that is no thing of ours; what follows it stays readable.</summary>
    private static string? Committed(List<Commitment> commitments, AuditField field, string? text)
    {
        if (text is null || (field is AuditField.Before or AuditField.After && !text.StartsWith("person:", StringComparison.Ordinal)))
            return text;
        if (field is AuditField.Actor or AuditField.Subject)
            return Commitment.IsPersonal(text) ? Commit(commitments, field, text) : text;
        var end = text.IndexOf(' ', StringComparison.Ordinal);
        return end < 0 ? Commit(commitments, field, text) : Commit(commitments, field, text[..end]) + text[end..];
    }
}
