using Microsoft.EntityFrameworkCore;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Deletion;

/// <summary>Somebody has looked in Canvas and says that our recording is gone, though another file stands under its id; the receipt says that it is their word.</summary>
public sealed class CanvasUnclearAnswer(RegistryContext registry, Registrar registrar, TimeProvider clock) : ITaskAnswer
{
    public string Kind => TaskKind.CanvasUnclear;

    public async Task<string?> AnswerAsync(TaskRow task, TaskAnswer answer, PersonRow by, CancellationToken ct)
    {
        var copies = await registry
            .Copies.Where(copy => copy.Place == CopyPlace.Canvas && copy.State == CopyState.Present)
            .Where(copy => registry.Parts.Any(part => part.Id == copy.PartId && part.RecordingId == task.RecordingId))
            .ToListAsync(ct);
        foreach (var copy in copies)
        {
            (copy.State, copy.RemovedAt, copy.Evidence) = (CopyState.Removed, clock.GetUtcNow(), EvidenceClass.StatedByPerson);
            registrar.Audit(Subject.Person(by.Id), "copy.removed", task.Subject, after: $"copy:{copy.Id} {copy.Place}");
        }
        return null;
    }
}
