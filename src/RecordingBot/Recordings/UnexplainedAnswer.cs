using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;

namespace RecordingBot.Recordings;

/// <summary>What follows when a recording without a decision is answered for: it is justified by a decision, or goes.</summary>
public sealed class UnexplainedAnswer(RegistryContext registry, IncidentBook incidents, Registrar registrar, TimeProvider clock)
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
        var open = await registry.Incidents.Where(row => row.RecordingId == recording.Id && row.ClosedAt == null).ToListAsync(ct);
        foreach (var incident in open)
            await incidents.CloseAsync(incident, "deleted", ct);
        return null;
    }
}
