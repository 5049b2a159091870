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
public sealed class Registrar(RegistryContext registry, TimeProvider clock, Doorbell doorbell)
{
    /// <summary>Writes down a state change.</summary>
    public void Audit(string actor, string action, string subject, string? before = null, string? after = null, string? reason = null) =>
        registry.Audit.Add(
            new()
            {
                At = clock.GetUtcNow(),
                Actor = actor,
                Action = action,
                Subject = subject,
                Before = before,
                After = after,
                Reason = reason,
            }
        );

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
    public async Task CloseTaskAsync(string kind, string subject, string answer, string actor, CancellationToken ct)
    {
        var open = await registry.Tasks.FirstOrDefaultAsync(
            task => task.Kind == kind && task.Subject == subject && task.ClosedAt == null,
            ct
        );
        if (open is null)
            return;
        open.ClosedAt = clock.GetUtcNow();
        open.Answer = answer;
        Audit(actor, "task.closed", subject, before: kind, after: answer);
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
}
