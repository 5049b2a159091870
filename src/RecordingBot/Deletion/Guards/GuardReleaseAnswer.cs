using RecordingBot.Registry;

namespace RecordingBot.Deletion.Guards;

/// <summary>The second of two who release a guard, never the same person: removal goes on, or stays paused.</summary>
public sealed class GuardReleaseAnswer(RegistryContext registry, Registrar registrar, RemovalGuards guards) : ITaskAnswer
{
    public const string Keep = "keep-paused";

    public string Kind => TaskKind.GuardRelease;

    public async Task<string?> AnswerAsync(TaskRow task, TaskAnswer answer, PersonRow by, CancellationToken ct)
    {
        if (GuardAnswer.Missing(answer) is { } missing)
            return missing;
        if (await GuardAnswer.StandingAsync(registry, task, ct) is not { } guard)
            return "Act_AnsweredAlready";
        if (guard.ReleaseAskedBy == by.Id)
            return "Act_SecondPerson";
        if (answer.Answer == Keep)
        {
            guard.ReleaseAskedBy = null;
            registrar.Audit(Subject.Person(by.Id), "guard.release-refused", task.Subject, guard.Kind, said: answer.Reason);
            await guards.AskAsync(guard.Kind, GuardAnswer.Release, ct, "", answer.Reason!.Trim());
            return null;
        }
        registrar.Audit(Subject.Person(by.Id), "guard.release-confirmed", task.Subject, guard.Kind, said: answer.Reason);
        await guards.EndAsync(guard, GuardAnswer.Release, Subject.Person(by.Id), ct);
        // In the transaction of the answer: what is woken sees it released.
        await registry.SaveChangesAsync(ct);
        await guards.WakeAsync(ct);
        return null;
    }
}
