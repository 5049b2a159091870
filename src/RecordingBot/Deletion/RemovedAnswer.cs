using Microsoft.EntityFrameworkCore;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Deletion;

/// <summary>The recorder says that the file is gone where they had moved it; the receipt says that it is their word.</summary>
public sealed class RemovedAnswer(RegistryContext registry, Registrar registrar, TimeProvider clock) : ITaskAnswer
{
    public string Kind => TaskKind.RemoveMoved;

    public async Task<string?> AnswerAsync(TaskRow task, TaskAnswer answer, PersonRow by, CancellationToken ct)
    {
        var copies = await registry
            .Copies.Where(copy => registry.Parts.Any(part => part.Id == copy.PartId && part.RecordingId == task.RecordingId))
            .ToListAsync(ct);
        foreach (var copy in copies.Where(copy => copy.State is CopyState.Present && CopyPlace.IsMovedTo(copy.Place)))
        {
            (copy.State, copy.RemovedAt) = (CopyState.Removed, clock.GetUtcNow());
            registrar.Audit(Subject.Person(by.Id), "copy.removed", task.Subject, after: $"copy:{copy.Id} {copy.Place}");
        }
        return null;
    }
}
