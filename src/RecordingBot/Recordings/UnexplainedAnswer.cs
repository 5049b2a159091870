using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;

namespace RecordingBot.Recordings;

/// <summary>What follows when a recording without a decision is answered for: it is justified by a decision, or goes.</summary>
public sealed class UnexplainedAnswer(RegistryContext registry, Registrar registrar, IncidentBook incidents, TimeProvider clock)
    : ITaskAnswer
{
    public string Kind => TaskKind.Unexplained;

    public async Task<string?> AnswerAsync(TaskRow task, TaskAnswer answer, PersonRow by, CancellationToken ct)
    {
        var recording = await registry.Recordings.FirstOrDefaultAsync(row => row.Id == task.RecordingId, ct);
        if (recording is null)
            return "RecordingUnknown";
        // Justifying takes a decision; the task closes by itself when that stands.
        if (answer.Answer == "justify")
            return recording.Unexplained ? "JustifyByDecision" : null;
        if (recording.RecorderId is { } recorder && recorder != by.Id)
            return "OnlyRecorderDeletes";
        recording.DeletionAskedAt ??= clock.GetUtcNow();
        recording.DeletionAskedBy ??= by.Id;
        registrar.Audit(Subject.Person(by.Id), "recording.deletion-asked", Subject.Recording(recording.Id), reason: TaskKind.Unexplained);
        await incidents.CloseAllAsync(row => row.RecordingId == recording.Id, "deleted", by, ct);
        return null;
    }
}
