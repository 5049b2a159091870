using Microsoft.EntityFrameworkCore;
using RecordingBot.Hosting;

namespace RecordingBot.Registry;

/// <summary>What waits for a person, and their answers; what follows an answer lies with the step of the task's kind.</summary>
public sealed class TaskDesk(
    RegistryContext registry,
    Registrar registrar,
    IEnumerable<ITaskAnswer> answers,
    Doorbell doorbell,
    TimeProvider clock
)
{
    private const int Tries = 5;

    /// <summary>The open tasks that are a person's own or wait for one of the caller's roles; a teacher's own task is no other teacher's.</summary>
    public IQueryable<TaskRow> Open(Caller caller)
    {
        var (id, roles) = (caller.PersonId, caller.Roles.Split(' '));
        return registry
            .Tasks.AsNoTracking()
            .Where(task =>
                task.ClosedAt == null
                && (
                    (id != null && task.PersonId == id)
                    || (roles.Contains(task.Role) && (task.PersonId == null || task.Role != Role.Teacher))
                )
            );
    }

    /// <summary>Takes an answer: the act that it asks for, the closed task and the audit entry are one transaction.</summary>
    public async Task<ActResult> AnswerAsync(Guid taskId, TaskAnswer answer, PersonRow by, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(taskId, answer, by, ct);
            }
            catch (DbUpdateConcurrencyException) when (attempt < Tries)
            {
                // The reconciler wrote the same recording meanwhile: decided again on what is there now.
                registry.ChangeTracker.Clear();
            }
        }
    }

    private async Task<ActResult> TryAsync(Guid taskId, TaskAnswer answer, PersonRow by, CancellationToken ct)
    {
        var task = await Open(by).AsTracking().FirstOrDefaultAsync(row => row.Id == taskId, ct);
        if (task is null)
            return await AnsweredAsync(taskId, answer, by, ct);
        if (!task.Answers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains(answer.Answer, StringComparer.Ordinal))
            return new ActResult.Invalid("answer", ActTexts.AnswersAre(task.Answers));
        var follows = answers.FirstOrDefault(one => one.Kind == task.Kind);
        if (follows is null)
            return new ActResult.Refused(ActTexts.NotAnsweredHere);

        await using var transaction = await registry.Database.BeginTransactionAsync(ct);
        if (await follows.AnswerAsync(task, answer, by, ct) is { } key)
            return new ActResult.Invalid(FieldOf(key), ActTexts.Named(key));
        // An act may have closed the task itself: a date that was given answers the question for one.
        if (task.ClosedAt is null)
        {
            (task.ClosedAt, task.Answer, task.AnsweredBy) = (clock.GetUtcNow(), answer.Answer, by.Id);
            registrar.Audit(Subject.Person(by.Id), "task.closed", task.Subject, task.Kind, answer.Answer);
        }
        else
            (task.Answer, task.AnsweredBy) = (answer.Answer, by.Id);
        await registry.SaveChangesAsync(ct);
        if (task.RecordingId is { } recordingId)
            await registrar.WakeAsync(row => row.Id == recordingId || row.SourceId == recordingId, ct);
        await transaction.CommitAsync(ct);
        // What rang before the commit may have looked too early.
        await doorbell.RingAsync<Reconciler>(ct);
        return new ActResult.Done();
    }

    /// <summary>Which field of the answer a sentence is about.</summary>
    private static string FieldOf(string key) =>
        key.StartsWith("Act_Reason", StringComparison.Ordinal) ? "reason"
        : key.StartsWith("Act_Conditions", StringComparison.Ordinal) ? "conditions"
        : key.StartsWith("Act_Reference", StringComparison.Ordinal) ? "reference"
        : "answer";

    /// <summary>The same answer twice by the same person is one answer.</summary>
    private async Task<ActResult> AnsweredAsync(Guid taskId, TaskAnswer answer, PersonRow by, CancellationToken ct)
    {
        var task = await registry.Tasks.AsNoTracking().FirstOrDefaultAsync(row => row.Id == taskId && row.AnsweredBy == by.Id, ct);
        return task is null ? new ActResult.NotFound()
            : task.Answer == answer.Answer ? new ActResult.Done()
            : new ActResult.Refused(ActTexts.AnsweredAlready);
    }
}
