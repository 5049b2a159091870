using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;

namespace RecordingBot.Deletion;

/// <summary>The archive's signature under a hand-over.</summary>
public sealed class HandOverAnswer(RegistryContext registry, Registrar registrar, TimeProvider clock) : ITaskAnswer
{
    public string Kind => TaskKind.HandOver;

    public async Task<string?> AnswerAsync(TaskRow task, TaskAnswer answer, PersonRow by, CancellationToken ct)
    {
        if (await registry.Recordings.FirstOrDefaultAsync(row => row.Id == task.RecordingId, ct) is not { } recording)
            return "RecordingUnknown";
        recording.HandedOverAt ??= clock.GetUtcNow();
        registrar.Audit(Subject.Person(by.Id), "recording.handed-over", Subject.Recording(recording.Id), said: answer.Reason);
        return null;
    }
}
